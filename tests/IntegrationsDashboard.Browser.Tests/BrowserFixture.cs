using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(IntegrationsDashboard.Browser.Tests.BrowserFixture))]

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>One browser and two dashboards for all journeys; each journey works on integrations and pages of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>In Production, with nothing but what the tests report.</summary>
    public Dashboard Reported { get; private set; } = null!;

    /// <summary>In Development, with the demonstration.</summary>
    public Dashboard Demonstration { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // How long to wait at the most before something counts as missing; a busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        Reported = await Dashboard.StartAsync(demonstration: false);
        Demonstration = await Dashboard.StartAsync(demonstration: true);
    }

    /// <summary>A browser of its own, in which nobody has signed in unless cookies are given.</summary>
    public Task<IBrowserContext> ContextAsync(
        Dashboard dashboard, string? state = null, int width = 1440, ColorScheme scheme = ColorScheme.Light, string locale = "en-GB") =>
        _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = dashboard.Address.ToString(),
            StorageState = state,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            TimezoneId = "Europe/Berlin",
            Locale = locale,
            ReducedMotion = ReducedMotion.Reduce,
        });

    /// <summary>Signs in through the form.</summary>
    public static async Task SignInAsync(IPage page, string email = Dashboard.OperatorEmail, string password = Dashboard.Password)
    {
        await page.GotoAsync("/account/sign-in");
        await page.Locator("input[name=Email]").FillAsync(email);
        await page.Locator("input[name=Password]").FillAsync(password);
        await page.Locator("form:has(input[name=Password]) button[type=submit]").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/integrations$"));
    }


    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Reported.DisposeAsync();
        await Demonstration.DisposeAsync();
    }

    /// <summary>Opens a page of a dashboard as its operator and waits until it answers to clicks.</summary>
    public async Task<IPage> OpenAsync(Dashboard dashboard, string path, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        dashboard.OperatorState ??= await OperatorStateAsync(dashboard);
        var context = await ContextAsync(dashboard, dashboard.OperatorState, width, scheme);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        await LiveAsync(page);
        return page;
    }

    /// <summary>Waits until the page answers to clicks.</summary>
    public static Task LiveAsync(IPage page) =>
        page.Locator("html[data-live]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

    private async Task<string> OperatorStateAsync(Dashboard dashboard)
    {
        await using var context = await ContextAsync(dashboard);
        await SignInAsync(await context.NewPageAsync());
        return await context.StorageStateAsync();
    }
}
