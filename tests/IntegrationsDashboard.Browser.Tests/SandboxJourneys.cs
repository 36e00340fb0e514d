using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>From a badge to green, with syncs that really run against the sandbox; each journey has a company of its own.</summary>
public sealed class SandboxJourneys(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task An_expired_password_is_mended_by_a_reconnection_link()
    {
        var sandbox = await Fixture.OpenAsync(Fixture.Demonstration, "/sandbox");
        var account = Account(sandbox, "birchwood");
        await Expect(Badge(account)).ToHaveAttributeAsync("data-status", "active");
        await BreakAsync(sandbox, account, "password");
        await Expect(account.Locator(".token")).ToContainTextAsync("birchwood-token-2");
        await SyncAsync(account);
        await Expect(Badge(account)).ToHaveAttributeAsync("data-status", "authentication-failing");

        await account.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Open the integration" }).ClickAsync();
        await Expect(sandbox.Locator(".status-panel")).ToContainTextAsync("Syncing pauses on");
        await sandbox.Locator("[data-step='Reconnect']").ClickAsync();
        await Button(sandbox, "Send a reconnection link").ClickAsync();
        var link = await sandbox.GetByLabel("Link", new PageGetByLabelOptions { Exact = true }).InputValueAsync();

        // The end user, elsewhere: the old token is refused and replaces nothing, the new one is taken.
        var user = await Fixture.OpenAsync(Fixture.Demonstration, new Uri(link).PathAndQuery, width: 390);
        await user.GetByLabel("Token").FillAsync("birchwood-token-1");
        await Button(user, "Reconnect").ClickAsync();
        await Expect(user.GetByRole(AriaRole.Alert)).ToContainTextAsync("401");
        await user.GetByLabel("Token").FillAsync("birchwood-token-2");
        await Button(user, "Reconnect").ClickAsync();
        await Expect(user.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Sandbox HR accepts the new credentials" })).ToBeVisibleAsync();
        await Expect(Badge(user.Locator(".followed"))).ToHaveAttributeAsync("data-status", "active");

        // The customer's page has followed; the link does not work again.
        await Expect(Badge(sandbox.Locator(".page-head"))).ToHaveAttributeAsync("data-status", "active");
        await user.ReloadAsync();
        await Expect(user.GetByRole(AriaRole.Heading)).ToHaveTextAsync("This link was used already");
    }

    [Fact]
    public async Task Invalid_credentials_are_replaced_by_the_customer_themselves()
    {
        await using var dashboard = await Dashboard.StartAsync(demonstration: true, ("StatusRules__AuthenticationGrace", "00:00:01"));
        var sandbox = await Fixture.OpenAsync(dashboard, "/sandbox");
        var account = Account(sandbox, "driftmark");
        await Expect(Badge(account)).ToHaveAttributeAsync("data-status", "active");
        await BreakAsync(sandbox, account, "password");
        await SyncAsync(account);
        await Expect(Badge(account)).ToHaveAttributeAsync("data-status", "authentication-failing");

        // The grace is a second here; the refusal after it pauses syncing.
        await account.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Open the integration" }).ClickAsync();
        await Expect(sandbox.Locator(".status-panel")).ToContainTextAsync("the next refusal pauses", new() { IgnoreCase = true });
        await Button(sandbox, "Sync now").ClickAsync();
        await Expect(sandbox.Locator(".status-panel")).ToHaveAttributeAsync("data-status", "credentials-invalid");

        await sandbox.Locator("[data-step='EnterCredentials']").First.ClickAsync();
        await Button(sandbox, "Enter new credentials").ClickAsync();
        await sandbox.GetByLabel("Token").FillAsync("driftmark-token-2");
        await Button(sandbox, "Replace the credentials").ClickAsync();
        await Expect(Badge(sandbox.Locator(".page-head"))).ToHaveAttributeAsync("data-status", "active");
    }

    [Fact]
    public async Task A_set_up_link_leads_through_the_filters_to_the_final_sync()
    {
        var sandbox = await Fixture.OpenAsync(Fixture.Demonstration, "/sandbox");
        await Account(sandbox, "calder").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Open the integration" }).ClickAsync();
        await Expect(sandbox.Locator(".status-panel")).ToHaveAttributeAsync("data-status", "setup");
        await sandbox.Locator("[data-step='CreateSetupLink']").ClickAsync();
        await Button(sandbox, "Create a set-up link").ClickAsync();
        var link = await sandbox.GetByLabel("Link", new PageGetByLabelOptions { Exact = true }).InputValueAsync();

        var user = await Fixture.OpenAsync(Fixture.Demonstration, new Uri(link).PathAndQuery);
        var employees = user.Locator("[data-model='employees']");
        await Expect(employees.Locator(".count")).ToContainTextAsync("120 of 120");
        await employees.GetByLabel("Sales").CheckAsync();
        await Expect(employees.Locator(".count")).Not.ToContainTextAsync("120 of 120");
        var count = Regex.Match(await employees.Locator(".count").InnerTextAsync(), @"^\d+").Value;
        await Button(user, "Save and sync").ClickAsync();
        await Expect(Badge(user.Locator(".followed"))).ToHaveAttributeAsync("data-status", "active");

        // What was promised was synced, and no more.
        await Expect(Badge(sandbox.Locator(".page-head"))).ToHaveAttributeAsync("data-status", "active");
        await sandbox.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Calder Textiles" }).First.ClickAsync();
        await Expect(sandbox.Locator("[data-sync-state='Succeeded']")).ToHaveCountAsync(2);
        await sandbox.Locator("[data-sync-state='Succeeded']").First.ClickAsync();
        await Expect(sandbox.Locator("main")).ToContainTextAsync(new Regex($@"employees\D*{count}\b", RegexOptions.IgnoreCase));
    }

    [Fact]
    public async Task A_new_integration_grows_from_a_link_to_its_first_successful_sync()
    {
        var page = await Fixture.OpenAsync(Fixture.Demonstration, "/integrations");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "New integration" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("New integration");
        await Expect(page.GetByRole(AriaRole.Heading)).ToBeFocusedAsync();
        await page.GetByLabel("Organisation").FillAsync("Fernway Logistics");
        await Expect(page.GetByLabel("Organisation")).ToHaveValueAsync("Fernway Logistics");
        await page.GetByLabel("E-mail address of the end user").FillAsync("it@fernway.example");
        await Button(page, "Create the link").ClickAsync();
        var link = await page.GetByLabel("Link", new PageGetByLabelOptions { Exact = true }).InputValueAsync();

        var user = await Fixture.OpenAsync(Fixture.Demonstration, new Uri(link).PathAndQuery, width: 390, scheme: ColorScheme.Dark);
        await user.GetByRole(AriaRole.Searchbox).FillAsync("sandbox");
        await user.Locator("[data-tool='sandbox']").ClickAsync();
        await user.GetByLabel("Token").FillAsync("elmhurst-token-1");
        await Button(user, "Connect").ClickAsync();
        await Expect(user.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Sandbox HR is connected" })).ToBeVisibleAsync();
        await Expect(user.Locator(".followed")).ToContainTextAsync(new Regex("last sync|succeed", RegexOptions.IgnoreCase));

        await page.GotoAsync("/integrations?q=Fernway");
        await Expect(page.Locator("tbody .status-badge")).ToHaveAttributeAsync("data-status", "active");
        await page.Locator("tbody a").First.ClickAsync();
        await Expect(page.Locator("[data-sync-state='Succeeded']")).ToHaveCountAsync(1);
    }

    private static ILocator Account(IPage page, string id) => page.Locator($"[data-account='{id}']");

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    private static Task SyncAsync(ILocator account) =>
        account.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Sync now" }).ClickAsync();

    private static async Task BreakAsync(IPage page, ILocator account, string fault)
    {
        await account.Locator(".mud-select").First.ClickAsync();
        await page.Locator(".mud-popover-open .mud-list-item").Filter(new LocatorFilterOptions { HasTextRegex = new Regex(fault, RegexOptions.IgnoreCase) }).First.ClickAsync();
        await Expect(account.GetByRole(AriaRole.Status)).ToContainTextAsync("token", new() { IgnoreCase = true });
    }
}
