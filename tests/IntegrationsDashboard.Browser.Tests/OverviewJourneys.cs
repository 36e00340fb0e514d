using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>From the overview to what needs somebody, and from there to what changed.</summary>
public sealed class OverviewJourneys(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task A_tool_that_is_down_for_several_customers_is_one_incident_that_leads_to_all_of_them()
    {
        var page = await Fixture.OpenAsync(Fixture.Demonstration, "/integrations");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("o");
        await Expect(page).ToHaveURLAsync(new Regex("/overview$"));

        var incident = page.Locator(".incident[data-tool='recruitee']");
        await Expect(incident).ToHaveCountAsync(1);
        await Expect(incident).ToContainTextAsync("4 integrations, customers: 4");
        await Expect(incident.Locator("blockquote")).ToContainTextAsync("503 Service Unavailable");
        var customers = await incident.Locator(".names a").AllTextContentsAsync();
        Assert.Equal(4, customers.Count);
        Assert.Empty(customers.Intersect(await page.Locator(".attention .name").AllTextContentsAsync()));

        await incident.Locator("h3 a").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/integrations\?status=sync-failing&tool=recruitee$"));
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task The_address_says_environment_and_period_and_shows_the_same_to_others()
    {
        var page = await Fixture.OpenAsync(Fixture.Demonstration, "/overview");
        var all = await page.Locator(".tools tbody tr").CountAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Development", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/overview\?environment=development$"));
        await Expect(page.Locator(".incident")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "90 days", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("environment=development&days=90"));
        await Expect(page.Locator("[data-chart=outcomes] svg > g")).ToHaveCountAsync(90);

        var copy = await Fixture.OpenAsync(Fixture.Demonstration, new Uri(page.Url).PathAndQuery);
        await Expect(copy.Locator("[data-chart=outcomes] svg > g")).ToHaveCountAsync(90);
        var shown = await copy.Locator(".tools tbody tr").CountAsync();
        Assert.InRange(shown, 1, all - 1);
        await copy.Locator(".tile[data-status='sync-failing']").ClickAsync();
        await Expect(copy).ToHaveURLAsync(new Regex(@"/integrations\?status=sync-failing&environment=development$"));
    }

    [Fact]
    public async Task A_failure_comes_up_on_the_open_page_and_leads_to_what_changed_and_to_the_line_that_is_new()
    {
        await using var dashboard = await Dashboard.StartAsync(demonstration: false);
        var reporter = new Reporter(dashboard);
        var integration = await reporter.ConnectAsync("Quiet Waters");
        var good = await reporter.SyncAsync(integration, "SUCCEEDED");
        await reporter.LogAsync(good, 4, 99, "INFO", "");
        var page = await Fixture.OpenAsync(dashboard, "/overview");
        await Expect(page.Locator(".attention")).ToContainTextAsync("Nothing needs attention.");

        var bad = await reporter.SyncAsync(integration, "FAILED", "The tool is down for maintenance.");
        await reporter.LogAsync(bad, 4, 2, "ERROR", "Asked four times and got no answer");
        var row = page.Locator($".attention [data-integration='{integration}']");
        await Expect(row).ToContainTextAsync("down for maintenance");
        await Expect(page.Locator(".turns [data-kind=Worse]")).ToContainTextAsync("Quiet Waters");
        await row.ClickAsync();

        var changed = page.Locator(".what-changed");
        await Expect(changed.Locator("[data-sync=LastGood] a")).ToHaveAttributeAsync("href", new Regex($"/syncs/{good}$"));
        await Expect(changed.Locator("[data-sync=FirstBad] a")).ToHaveAttributeAsync("href", new Regex($"/syncs/{bad}"));
        await Expect(page.Locator(".uptime .day")).ToHaveCountAsync(90);
        await page.Locator(".uptime [role=slider]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Locator(".uptime .chosen")).ToContainTextAsync("working)");
        await changed.GetByRole(AriaRole.Link, new() { Name = "Compare the two" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex($"/syncs/compare\\?a={good}&b={bad}$"));
        await Expect(page.Locator("[data-side=A]")).ToContainTextAsync("Nothing that the other does not say as well.");
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            Assert.Equal([], (await page.RunAxe()).Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")));
        }

        await page.SetViewportSizeAsync(320, 900);
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.GetByText("Asked four times and got no answer").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"/syncs/{bad}\\?entry=2$"));
    }

    [Fact]
    public async Task A_sync_offers_what_to_compare_it_with_and_an_unknown_one_is_refused()
    {
        var integration = await Reporter.ConnectAsync("Compare me");
        var failed = await Reporter.SyncAsync(integration, "FAILED");
        var last = await Reporter.SyncAsync(integration, "TIMED_OUT");
        var page = await OpenAsync($"/integrations/{integration}/syncs/{last}");
        await Expect(page.Locator("a.compare-good")).ToBeVisibleAsync();
        await page.Locator("a.compare-previous").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"/compare\\?a={failed}&b={last}$"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Swap sides" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"/compare\\?a={last}&b={failed}$"));

        await page.GotoAsync($"/integrations/{integration}/syncs/compare?a={last}&b=never-was");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is no sync never-was here" })).ToBeVisibleAsync();
    }
}
