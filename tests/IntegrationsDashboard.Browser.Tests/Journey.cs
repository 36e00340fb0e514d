using Microsoft.Playwright;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>What every journey needs: the fixture, the reporting program, and words for what it looks at.</summary>
public abstract class Journey(BrowserFixture fixture)
{
    protected BrowserFixture Fixture { get; } = fixture;

    protected Reporter Reporter { get; } = new(fixture.Reported);

    protected Task<IPage> OpenAsync(string path) => Fixture.OpenAsync(Fixture.Reported, path);

    protected static ILocator Row(IPage page, string integration) => page.Locator($"tr[data-integration='{integration}']");

    protected static ILocator Badge(ILocator within) => within.Locator(".status-badge").First;

    protected static IPageAssertions Expect(IPage page) => Assertions.Expect(page);

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
