using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>How people come in, and what they find there.</summary>
public sealed class PeopleJourneys(BrowserFixture fixture) : Journey(fixture)
{
    private const string Secret = "a long enough secret";

    [Fact]
    public async Task Whoever_reads_the_console_becomes_the_first_operator()
    {
        await using var dashboard = await Dashboard.StartAsync(
            demonstration: false,
            ("Bootstrap__WorkspaceName", ""),
            ("Bootstrap__ApiKey", ""),
            ("Bootstrap__DevelopmentApiKey", ""),
            ("Bootstrap__OperatorEmail", ""),
            ("Bootstrap__OperatorPassword", ""));
        var link = await dashboard.WayInAsync();
        await using var context = await Fixture.ContextAsync(dashboard);
        var page = await context.NewPageAsync();
        await page.GotoAsync(link);
        await FillAsync(page, ("Name", "Grace"), ("Email", "grace@example.com"), ("Password", Secret));

        // There is no workspace yet: they are led to where one is made.
        await Expect(page).ToHaveURLAsync(new Regex("/operators/workspaces$"));
        await LiveAsync(page);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Initech");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create workspace" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Initech");

        await using var late = await Fixture.ContextAsync(dashboard);
        var other = await late.NewPageAsync();
        await other.GotoAsync(link);
        await Expect(other.Locator("[name=Password]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_invited_viewer_reads_and_finds_no_switch()
    {
        var integration = await Reporter.CreateAsync("Viewed Ltd");
        var admin = await OpenAsync("/workspace/members");
        await admin.Locator(".invite input[type=email]").FillAsync("vera@example.com");
        await admin.Locator(".invite .role").ClickAsync();
        await admin.Locator(".mud-popover-open").GetByText("Viewer", new() { Exact = true }).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Combobox, new() { Name = "Role" })).ToHaveValueAsync("Viewer");
        await admin.Locator(".invite button[type=submit]").ClickAsync();
        var link = await admin.Locator(".invitation-card input").InputValueAsync();

        await using var context = await Fixture.ContextAsync(Fixture.Reported);
        var page = await context.NewPageAsync();
        await page.GotoAsync(link);
        await FillAsync(page, ("Name", "Vera"), ("Password", Secret));
        await Expect(page).ToHaveURLAsync(new Regex("/integrations$"));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "New integration" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "API keys" })).ToHaveCountAsync(0);

        await page.GotoAsync($"/integrations/{integration}/settings");
        await LiveAsync(page);
        await Expect(page.Locator("#activity")).ToBeVisibleAsync();
        await Expect(page.Locator("main input[type=checkbox]")).ToHaveCountAsync(0);
        await Expect(page.Locator("#activity")).ToContainTextAsync("viewer");

        await page.GotoAsync("/workspace/keys");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This page is not open to you" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_key_is_created_used_and_revoked()
    {
        var page = await OpenAsync("/workspace/keys");
        await page.GetByRole(AriaRole.Button, new() { Name = "New API key" }).ClickAsync();
        await page.Locator(".key-form input[type=text]").First.FillAsync("Nightly export");
        await page.Locator(".key-form button[type=submit]").ClickAsync();
        var key = await page.Locator(".new-key input").InputValueAsync();
        Assert.Matches("^idash_prod_[A-Za-z0-9]{44}$", key);

        using var program = new HttpClient { BaseAddress = Fixture.Reported.Address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using (var known = await program.GetAsync(new Uri("/v1/integrations", UriKind.Relative), TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        }

        await page.ReloadAsync();
        await LiveAsync(page);
        var line = page.Locator(".key", new() { HasText = "Nightly export" });
        await Expect(line).ToContainTextAsync("Last used");
        await Expect(page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync(key);
        await line.GetByRole(AriaRole.Button, new() { Name = "Revoke: Nightly export" }).ClickAsync();
        await line.Locator(".confirm").ClickAsync();
        await Expect(page.Locator(".key[data-key-state=Revoked]", new() { HasText = "Nightly export" })).ToHaveCountAsync(1);

        using var unknown = await program.GetAsync(new Uri("/v1/integrations", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
    }

    [Fact]
    public async Task The_header_chooses_which_environment_the_pages_show()
    {
        // A session of its own: what is chosen belongs to it.
        await using var context = await Fixture.ContextAsync(Fixture.Demonstration);
        var page = await context.NewPageAsync();
        await BrowserFixture.SignInAsync(page);
        await LiveAsync(page);
        var both = await page.Locator("tbody tr").CountAsync();
        await page.Locator("details.workspace summary").ClickAsync();
        await page.Locator("details.workspace").GetByRole(AriaRole.Button, new() { Name = "Development" }).ClickAsync();
        await Expect(page.Locator("details.workspace summary")).ToContainTextAsync("Development");
        await Expect(page.Locator("tbody tr", new() { HasText = "Production" })).ToHaveCountAsync(0);
        Assert.InRange(await page.Locator("tbody tr").CountAsync(), 1, both - 1);
    }

    private static async Task FillAsync(IPage page, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            await page.Locator($"input[name={name}]").FillAsync(value);
        }

        await page.Locator("form:has(input[name=Password]) button[type=submit]").ClickAsync();
    }

    private static Task LiveAsync(IPage page) =>
        page.Locator("html[data-live]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
}
