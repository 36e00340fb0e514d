using IntegrationsDashboard.Status;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

public sealed class DemonstrationTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task A_newcomer_sees_all_nine_statuses()
    {
        var page = await Fixture.OpenAsync(Fixture.Demonstration, "/integrations");
        foreach (var status in StatusWords.ByAttention)
        {
            await Expect(page.Locator($"tbody .status-badge[data-status='{status.Word()}']").First).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Every_next_step_of_the_demonstration_lands_on_a_page_that_knows_it()
    {
        var page = await Fixture.OpenAsync(Fixture.Demonstration, "/integrations");
        var steps = await page.Locator("tbody a.next-step").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.NotEmpty(steps);
        foreach (var step in steps.DistinctBy(step => step[(step.LastIndexOf('/') + 1)..].Split('?')[0]))
        {
            await page.GotoAsync(step);
            await Expect(page.Locator("h1")).Not.ToHaveTextAsync("There is no such page");
            if (new Uri(page.Url).Fragment is { Length: > 1 } section)
            {
                await Expect(page.Locator(section)).ToBeVisibleAsync();
            }
        }
    }

    [Fact]
    public async Task The_demonstration_is_removed_on_a_click_and_leaves_what_was_reported()
    {
        await using var dashboard = await Dashboard.StartAsync(demonstration: true);
        var mine = await new Reporter(dashboard).ConnectAsync("My own");
        var page = await Fixture.OpenAsync(dashboard, "/integrations");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Remove the demonstration data" }).ClickAsync();

        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(Row(page, mine)).ToBeVisibleAsync();
        await Expect(page.Locator(".demonstration-note")).ToHaveCountAsync(0);
    }
}
