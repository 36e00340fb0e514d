using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

public sealed class SettingsTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task An_inactive_integration_is_reactivated_from_its_next_step()
    {
        var integration = await Reporter.ConnectAsync("Reactivated");
        await Fixture.Reported.CallAsync(HttpMethod.Put, $"/v1/integrations/{integration}/enabled", """{"value":false}""");

        var page = await OpenAsync($"/integrations?q={integration}");
        await Expect(Row(page, integration)).ToContainTextAsync("by an API call");
        await Row(page, integration).Locator("[data-step='Reactivate']").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/settings#activity$"));
        await page.GetByLabel("This integration is switched off").ClickAsync();

        await Expect(Badge(page.Locator(".page-head"))).ToHaveAttributeAsync("data-status", "active");
        await Expect(page.Locator("#activity [role=status]")).ToContainTextAsync("Switched on");
    }

    [Fact]
    public async Task Switching_off_is_undone_at_once()
    {
        var integration = await Reporter.ConnectAsync("Undone");
        await Reporter.SyncAsync(integration, "RUNNING");

        var page = await OpenAsync($"/integrations/{integration}/settings");
        await page.GetByLabel("This integration is switched on").ClickAsync();
        await Expect(Badge(page.Locator(".page-head"))).ToHaveAttributeAsync("data-status", "inactive");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Undo" }).ClickAsync();
        await Expect(Badge(page.Locator(".page-head"))).ToHaveAttributeAsync("data-status", "active");

        // What ran was called off, and stays so.
        await page.GotoAsync($"/integrations/{integration}");
        await Expect(page.Locator("[data-sync-state='Cancelled']")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Deletion_takes_the_typed_name_and_leaves_a_row_that_explains_itself()
    {
        var integration = await Reporter.ConnectAsync("Typed Name");
        var page = await OpenAsync($"/integrations/{integration}/settings");
        var delete = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Delete this integration" });
        await page.GetByLabel("Type Typed Name to confirm").FillAsync("Typed");
        await Expect(delete).ToBeDisabledAsync();
        await page.GetByLabel("Type Typed Name to confirm").FillAsync("Typed Name");
        await delete.ClickAsync();

        await Expect(Badge(page.Locator(".page-head"))).ToHaveAttributeAsync("data-status", "deleted");
        await Expect(page.Locator("#deletion")).ToContainTextAsync("Time left");
        await page.GotoAsync($"/integrations?q={integration}");
        await Expect(Badge(Row(page, integration))).ToHaveAttributeAsync("data-status", "deleted");
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Fixture.Reported.CallAsync(HttpMethod.Get, $"/v1/integrations/{integration}"));
    }

    [Fact]
    public async Task Confirmed_credentials_show_that_the_next_sync_will_tell()
    {
        var integration = await Reporter.ConnectAsync("Renewed");
        await Reporter.SyncAsync(integration, "AUTHENTICATION_FAILED");
        var page = await OpenAsync($"/integrations/{integration}");
        await Expect(page.Locator(".status-panel")).ToContainTextAsync("Syncing pauses on");
        await page.Locator("[data-step='Reconnect']").ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "The credentials were renewed" }).ClickAsync();
        await Expect(page.Locator("#credentials [role=status]")).ToContainTextAsync("Noted");
        await page.GotoAsync($"/integrations/{integration}");
        await Expect(page.Locator(".status-panel")).ToContainTextAsync("the next sync will tell");

        await Reporter.SyncAsync(integration, "SUCCEEDED");
        await Expect(page.Locator(".status-panel")).ToHaveAttributeAsync("data-status", "active");
    }
}
