using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using IntegrationsDashboard.Notifying.Notices;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>How people say what they want to be told, and that they want no more of it.</summary>
public sealed class NotificationJourneys(BrowserFixture fixture) : Journey(fixture)
{
    private const string Email = "nora@example.com";
    private const string Secret = "a long enough secret";

    [Fact]
    public async Task A_member_chooses_what_they_are_told_and_stops_it_from_a_mail()
    {
        await using var dashboard = await Dashboard.StartAsync(demonstration: false);
        await using var context = await Fixture.ContextAsync(dashboard);
        var page = await JoinAsync(dashboard, context);
        await page.Locator("details.person summary").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Notifications" }).ClickAsync();
        var card = page.Locator("details.about");
        await Expect(card.Locator(".save")).ToBeDisabledAsync();
        await Expect(page.Locator("#told")).ToContainTextAsync("Nothing yet");

        await card.Locator("input[value=Daily]").CheckAsync();
        await card.Locator("input[name=SyncHasWarnings]").CheckAsync();
        await card.Locator("input[name=SyncFailing]").UncheckAsync();
        await Expect(card.Locator(".in-words")).ToContainTextAsync("Once a day, at 07:00 UTC");
        await card.Locator(".save").ClickAsync();
        await Expect(page.Locator(".mud-snackbar")).ToContainTextAsync("Saved");
        await Expect(card.Locator(".save")).ToBeDisabledAsync();

        await page.ReloadAsync();
        await LiveAsync(page);
        await Expect(card.Locator("input[value=Daily]")).ToBeCheckedAsync();
        await Expect(card.Locator("input[name=SyncHasWarnings]")).ToBeCheckedAsync();
        await Expect(card.Locator("input[name=SyncFailing]")).Not.ToBeCheckedAsync();
        await Expect(card.Locator("input[name=AuthenticationFailing]")).ToBeCheckedAsync();

        // The browser asked for English when they joined; they read French rather.
        await page.Locator(".language").ClickAsync();
        await page.Locator(".mud-popover-open").GetByText("Français", new() { Exact = true }).ClickAsync();
        await page.Locator("#language .save").ClickAsync();
        await Expect(page.Locator("#language .save")).ToBeDisabledAsync();

        // Whoever opens the mail's link need not be signed in.
        await using var elsewhere = await Fixture.ContextAsync(dashboard);
        var mail = await elsewhere.NewPageAsync();
        await mail.GotoAsync($"/unsubscribe/{await TokenAsync(dashboard)}");
        Assert.Empty((await mail.RunAxe()).Violations);
        await mail.GetByRole(AriaRole.Button, new() { Name = "Stop these mails" }).ClickAsync();
        await Expect(mail.GetByRole(AriaRole.Heading, new() { Name = "These mails are stopped" })).ToBeVisibleAsync();
        Assert.Empty((await mail.RunAxe()).Violations);

        await page.ReloadAsync();
        await LiveAsync(page);
        await Expect(card.Locator("summary .cadence")).ToHaveTextAsync("Jamais");
        await Expect(card.Locator("input[value=Never]")).ToBeCheckedAsync();
        await Expect(page.Locator(".language input").First).ToHaveValueAsync("Français");
    }

    [Fact]
    public async Task A_channel_is_made_for_people_and_changed_and_its_pages_are_accessible()
    {
        await using var receiver = new WebhookReceiver();
        await using var dashboard = await Dashboard.StartAsync(demonstration: false, ("Syncing__AllowedAddresses__0", receiver.Authority));
        await using var context = await Fixture.ContextAsync(dashboard);
        await CheckAsync(await JoinAsync(dashboard, context));

        var page = await Fixture.OpenAsync(dashboard, "/workspace/webhooks");
        await page.GetByRole(AriaRole.Button, new() { Name = "New webhook" }).ClickAsync();
        await page.Locator(".webhook-form input[value=Slack]").CheckAsync();
        await page.Locator(".webhook-form input[type=url]").FillAsync(receiver.Url);
        await page.Locator(".webhook-form input[value=Daily]").CheckAsync();
        Assert.Empty((await page.RunAxe()).Violations);
        await page.Locator(".webhook-form button[type=submit]").ClickAsync();
        await Expect(page.Locator(".webhook .told")).ToContainTextAsync("Once a day, at 07:00 UTC, the channel is told");
        await Expect(page.Locator(".new-secret")).ToHaveCountAsync(0);

        await page.Locator(".webhook a.link").ClickAsync();
        await page.Locator(".send-test").ClickAsync();
        await Expect(page.Locator("[data-delivery-state=Delivered]")).ToHaveCountAsync(1);
        await page.Locator(".delivery .line").ClickAsync();
        await Expect(page.Locator(".delivery .payload")).ToContainTextAsync("\"text\": ");

        await page.Locator(".change").ClickAsync();
        await Expect(page.Locator(".webhook-form input[value=Daily]")).ToBeCheckedAsync();
        await page.Locator(".webhook-form input[value=AtOnce]").CheckAsync();
        await page.Locator(".webhook-form button[type=submit]").ClickAsync();
        await Expect(page.Locator("h1 ~ .told")).ToContainTextAsync("The channel is told at once");
    }

    // Nobody's preferences but a member's have all there is to choose.
    private static async Task CheckAsync(IPage page)
    {
        var problems = new List<string>();
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var width in (int[])[1440, 360])
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.GotoAsync("/account/notifications");
                await LiveAsync(page);
                problems.AddRange((await page.RunAxe()).Violations.Select(violation => $"{scheme}, {width}: {violation.Id}: {violation.Nodes[0].Html}"));
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
                {
                    problems.Add($"{width}: wider than the window");
                }
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private async Task<IPage> JoinAsync(Dashboard dashboard, IBrowserContext context)
    {
        var admin = await Fixture.OpenAsync(dashboard, "/workspace/members");
        await admin.Locator(".invite input[type=email]").FillAsync(Email);
        await admin.Locator(".invite button[type=submit]").ClickAsync();
        var link = await admin.Locator(".invitation-card input").InputValueAsync();
        await admin.Context.CloseAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(link);
        await page.Locator("input[name=Name]").FillAsync("Nora");
        await page.Locator("input[name=Password]").FillAsync(Secret);
        await page.Locator("form:has(input[name=Password]) button[type=submit]").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/integrations$"));
        await LiveAsync(page);
        return page;
    }

    // As a mail to them has it: it is sealed with the keys in the store.
    private static async Task<string> TokenAsync(Dashboard dashboard)
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSingleton<UnsubscribeTokens>();
        services.AddStore(new StoreOptions { ConnectionString = dashboard.ConnectionString }, StatusRules.Default);
        await using var store = services.BuildServiceProvider();
        await using var db = await store.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var member = await db.Memberships.SingleAsync(TestContext.Current.CancellationToken);
        return store.GetRequiredService<UnsubscribeTokens>().Create(member.PersonId, member.WorkspaceId);
    }

    private static Task LiveAsync(IPage page) =>
        page.Locator("html[data-live]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
}
