using System.Text.RegularExpressions;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>A page that loses its server says so, and finds back by itself.</summary>
public sealed class ConnectionJourneys(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task A_server_that_comes_back_finds_the_page_where_it_was()
    {
        await using var dashboard = await Dashboard.StartAsync(demonstration: false);
        var reporter = new Reporter(dashboard);
        for (var number = 0; number < 25; number++)
        {
            await reporter.CreateAsync($"Kept {number:00}");
        }

        var page = await Fixture.OpenAsync(dashboard, "/integrations?q=kept&sort=name");
        await page.EvaluateAsync("scrollTo(0, 400)");
        await dashboard.StopAsync();
        var told = page.GetByText("The connection is interrupted.");
        await Expect(told).ToBeVisibleAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(25);

        await dashboard.StartAgainAsync();
        await Expect(told).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await BrowserFixture.LiveAsync(page);
        await Expect(page).ToHaveURLAsync(new Regex("q=kept&sort=name"));
        await page.WaitForFunctionAsync("Math.abs(scrollY - 400) < 2");

        // It hears again of what changes.
        await reporter.CreateAsync("Kept 99");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(26);
    }
}
