using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

public sealed class ListTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task Filters_live_in_the_address_and_a_copied_address_shows_the_same()
    {
        var page = await Fixture.OpenAsync(Fixture.Demonstration, "/integrations");
        await page.Locator("a.chip[data-status='sync-failing']").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("status=sync-failing"));
        await Expect(page.Locator("a.chip[aria-current]")).ToHaveAttributeAsync("data-status", "sync-failing");
        await page.Locator("a.chip[data-status='credentials-invalid']").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("status=credentials-invalid,sync-failing"));
        await Expect(page.Locator("a.chip[aria-current]")).ToHaveCountAsync(2);
        await Expect(page.Locator("tbody .status-badge:not([data-status='sync-failing']):not([data-status='credentials-invalid'])")).ToHaveCountAsync(0);
        var shown = await page.Locator("tbody tr").CountAsync();
        Assert.NotEqual(0, shown);

        var copy = await Fixture.OpenAsync(Fixture.Demonstration, new Uri(page.Url).PathAndQuery);
        await Expect(copy.Locator("tbody tr")).ToHaveCountAsync(shown);
        await Expect(copy.Locator("a.chip[aria-current]")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_search_narrows_the_list_and_nothing_found_offers_the_way_back()
    {
        var first = await Reporter.ConnectAsync("Quagmire Logistics", "bamboohr");
        var second = await Reporter.ConnectAsync("Quagmire Logistics", "workday");
        var page = await OpenAsync("/integrations");
        await page.GetByPlaceholder("Search organisation, tool or id").FillAsync("quagmire bamboo");
        await Expect(page).ToHaveURLAsync(new Regex("q=quagmire"));
        await Expect(Row(page, first)).ToBeVisibleAsync();
        await Expect(Row(page, second)).ToHaveCountAsync(0);

        await page.GetByPlaceholder("Search organisation, tool or id").FillAsync("nobody has this name");
        await Expect(page.GetByText("Nothing matches these filters")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_reported_failure_turns_the_badge_red_on_the_open_page_and_a_retry_does_not_hide_it()
    {
        var integration = await Reporter.ConnectAsync("Live change");
        var page = await OpenAsync($"/integrations?q={integration}");
        await Expect(Badge(Row(page, integration))).ToHaveAttributeAsync("data-status", "active");

        await Reporter.SyncAsync(integration, "FAILED", "The tool is down for maintenance.");
        await Expect(Badge(Row(page, integration))).ToHaveAttributeAsync("data-status", "sync-failing");
        await Expect(Row(page, integration)).ToContainTextAsync("down for maintenance");

        await Reporter.SyncAsync(integration, "RUNNING");
        await Expect(Row(page, integration).Locator(".running-badge")).ToBeVisibleAsync();
        await Expect(Badge(Row(page, integration))).ToHaveAttributeAsync("data-status", "sync-failing");
    }

    [Fact]
    public async Task Each_order_is_a_link_and_turns_round_on_the_second_click()
    {
        var page = await Fixture.OpenAsync(Fixture.Demonstration, "/integrations");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Integration", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("sort=name"));
        await Expect(page.Locator("th[aria-sort='ascending']")).ToHaveTextAsync(new Regex("Integration"));
        var first = await page.Locator("tbody tr").First.GetAttributeAsync("data-integration");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Integration", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("sort=-name"));
        await Expect(page.Locator("tbody tr").First).Not.ToHaveAttributeAsync("data-integration", first!);
    }
}
