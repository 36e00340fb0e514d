using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

public sealed class ChangeJourneys(BrowserFixture fixture) : Journey(fixture)
{
    // On a dashboard of its own: what other journeys do would be counted, too.
    [Fact]
    public async Task What_changes_is_told_on_the_page_and_counted_by_the_bell_until_one_looks()
    {
        await using var dashboard = await Dashboard.StartAsync(demonstration: false);
        var reporter = new Reporter(dashboard);
        var integration = await reporter.ConnectAsync("Told");
        var page = await Fixture.OpenAsync(dashboard, $"/integrations/{integration}");
        var bell = page.Locator(".bell .bell-button");
        await Expect(bell).ToHaveAccessibleNameAsync("Changes since your last visit");

        await reporter.SyncAsync(integration, "AUTHENTICATION_FAILED");
        await Expect(page.Locator(".change-toast")).ToContainTextAsync("Told · Personio: Authentication Failing");
        await Expect(bell).ToHaveAccessibleNameAsync("1 change since your last visit");

        await bell.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".bell .line")).ToContainTextAsync("was Active");
        await Expect(Badge(page.Locator(".bell .line"))).ToHaveAttributeAsync("data-status", "authentication-failing");
        var problems = (await page.RunAxe()).Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}"));
        Assert.Equal([], problems);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".bell .menu-list")).ToHaveCountAsync(0);
        await Expect(bell).ToBeFocusedAsync();

        await page.ReloadAsync();
        await page.Locator("html[data-live]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await Expect(bell).ToHaveAccessibleNameAsync("Changes since your last visit");
    }

    [Fact]
    public async Task What_one_does_oneself_is_told_in_no_tab_of_ones_own()
    {
        await using var dashboard = await Dashboard.StartAsync(demonstration: false);
        var reporter = new Reporter(dashboard);
        var integration = await reporter.ConnectAsync("Own");
        var watched = await reporter.ConnectAsync("Watched");
        var list = await Fixture.OpenAsync(dashboard, "/integrations");
        var page = await Fixture.OpenAsync(dashboard, $"/integrations/{integration}/settings");
        await page.GetByLabel("This integration is switched on").ClickAsync();
        await Expect(Badge(page.Locator(".page-head"))).ToHaveAttributeAsync("data-status", "inactive");
        await Expect(Badge(Row(list, integration))).ToHaveAttributeAsync("data-status", "inactive");

        // The toast of what came later is there, so that one of what came before would be, too.
        await reporter.SyncAsync(watched, "FAILED");
        await Expect(list.Locator(".change-toast")).ToContainTextAsync("Watched · Personio: Sync Failing");
        await Expect(list.Locator(".change-toast")).ToHaveCountAsync(1);
        await Expect(page.Locator(".change-toast")).ToHaveCountAsync(0);
        await Expect(list.Locator(".bell .bell-button")).ToHaveAccessibleNameAsync("1 change since your last visit");
        await list.Locator(".change-toast a").ClickAsync();
        await Expect(list).ToHaveURLAsync(new Regex($"/integrations/{watched}$"));
    }
}
