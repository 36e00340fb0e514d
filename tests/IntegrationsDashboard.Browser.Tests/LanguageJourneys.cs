using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>What a page says is in its reader's language, also what comes to it later.</summary>
public sealed class LanguageJourneys(BrowserFixture fixture) : Journey(fixture)
{
    // On a dashboard of its own: the language belongs to the account, which the other journeys share.
    [Fact]
    public async Task What_others_change_is_told_in_the_language_of_whoever_looks_on()
    {
        await using var dashboard = await Dashboard.StartAsync(demonstration: false);
        var reporter = new Reporter(dashboard);
        var integration = await reporter.ConnectAsync("Sprache");
        await using var context = await Fixture.ContextAsync(dashboard, locale: "de-DE");
        var page = await context.NewPageAsync();
        await BrowserFixture.SignInAsync(page);
        await BrowserFixture.LiveAsync(page);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Integrationen");

        // The API speaks English, and it is what causes this.
        await reporter.SyncAsync(integration, "AUTHENTICATION_FAILED");
        await Expect(Badge(Row(page, integration))).ToHaveTextAsync("Anmeldung schlägt fehl");
        await Expect(page.Locator(".change-toast")).ToContainTextAsync("Anmeldung schlägt fehl");

        await page.Locator(".menu.person summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Italiano" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "it");
        await BrowserFixture.LiveAsync(page);
        await Expect(page).ToHaveURLAsync(new Regex("/integrations$"));
        await reporter.SyncAsync(integration, "FAILED");
        await Expect(Badge(Row(page, integration))).ToHaveTextAsync("Sincronizzazione non riuscita");
    }
}
