using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>What of one's account only a real browser can prove.</summary>
public sealed class AccountJourneys(BrowserFixture fixture) : IAsyncLifetime
{
    private Dashboard _dashboard = null!;

    public async ValueTask InitializeAsync() => _dashboard = await Dashboard.StartAsync(demonstration: false);

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task A_passkey_is_added_signs_in_without_a_password_and_is_removed()
    {
        var page = await SignInAsync();
        var authenticator = await page.Context.NewCDPSessionAsync(page);
        await authenticator.SendAsync("WebAuthn.enable");
        await authenticator.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync(At("/account"));
        await page.Locator("[name=PasskeyName]").FillAsync("My laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.Locator("#passkeys")).ToContainTextAsync("My laptop");

        // This authenticator answers at once, where the e-mail address would be typed.
        await page.Locator("details.person summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).First.ClickAsync();
        await page.WaitForURLAsync("**/integrations");

        await page.GotoAsync(At("/account"));
        await page.Locator("#passkeys summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The passkey is removed");
        await Expect(page.Locator("#passkeys")).Not.ToContainTextAsync("My laptop");
    }

    [Fact]
    public async Task A_page_whose_session_is_ended_elsewhere_leads_to_sign_in_by_itself()
    {
        var open = await SignInAsync();
        await open.Locator("html[data-live]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        var other = await SignInAsync();

        await other.GotoAsync(At("/account"));
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere else" }).ClickAsync();

        await Expect(open).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/sign-in"));
        await Expect(open.GetByLabel("Password")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task The_pages_of_the_account_have_no_violations_and_do_not_scroll_sideways(int width, ColorScheme scheme)
    {
        var problems = new List<string>();
        var context = await fixture.ContextAsync(_dashboard, width: width, scheme: scheme);
        var page = await context.NewPageAsync();
        foreach (var path in new[] { "/account/sign-in?done=reset", "/account/forgot-password", "/account/reset-password", "/account/first/x", "/account/invitation/x" })
        {
            await CheckAsync(path);
        }

        await SignInAsync(page);
        foreach (var path in new[] { "/account", "/account?step=second-factor", "/account?done=name" })
        {
            await CheckAsync(path);
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));

        async Task CheckAsync(string path)
        {
            await page.GotoAsync(At(path));
            var result = await page.RunAxe();
            problems.AddRange(result.Violations.SelectMany(violation =>
                violation.Nodes.Take(3).Select(node => $"{path}: {violation.Id}: {violation.Help} {node.Html}")));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
            {
                problems.Add($"{path}: wider than the window");
            }
        }
    }

    // Passkeys belong to names, not to numbers.
    private string At(string path) => new UriBuilder(_dashboard.Address) { Host = "localhost" }.Uri.ToString().TrimEnd('/') + path;

    private async Task<IPage> SignInAsync()
    {
        var context = await fixture.ContextAsync(_dashboard);
        var page = await context.NewPageAsync();
        await SignInAsync(page);
        return page;
    }

    private async Task SignInAsync(IPage page)
    {
        await page.GotoAsync(At("/account/sign-in"));
        await page.GetByLabel("E-mail address").FillAsync(Dashboard.OperatorEmail);
        await page.GetByLabel("Password").FillAsync(Dashboard.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/integrations");
    }
}
