using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>How a customer reads what an error means, and how operators explain one that nothing explained.</summary>
public sealed class ExplainingJourneys(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task An_expired_secret_is_named_and_leads_to_new_credentials()
    {
        var integration = await Reporter.ConnectAsync("Expired Secret");
        var sync = await Reporter.SyncAsync(integration, "FAILED", "401: the client secret has expired");
        var page = await OpenAsync($"/integrations/{integration}");
        await Expect(page.Locator(".status-panel [data-explains=expired_secret]")).ToContainTextAsync("The credentials for Personio have expired.");

        await page.GotoAsync($"/integrations/{integration}/syncs/{sync}");
        await page.Locator("[data-explained-step]").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"/integrations/{Regex.Escape(integration)}/settings#credentials$"));
    }

    [Fact]
    public async Task An_operator_explains_what_nothing_explained_and_takes_it_back()
    {
        await using var dashboard = await Dashboard.StartAsync(demonstration: false);
        var reporter = new Reporter(dashboard);
        var integration = await reporter.ConnectAsync("Payroll");
        await reporter.SyncAsync(integration, "FAILED", "Period 17 is sealed since Friday");

        var page = await Fixture.OpenAsync(dashboard, "/operators/quality-assurance");
        await page.GetByRole(AriaRole.Link, new() { Name = "Error explanations" }).ClickAsync();
        await page.Locator(".frequent .explain").ClickAsync();
        await Expect(page.Locator(".preview [data-fits=yes]")).ToBeVisibleAsync();

        await page.Locator(".pattern-form .expression textarea").FillAsync(@"period (?<period>\d+) is sealed");
        await page.Locator(".pattern-form .sentence textarea").FillAsync("Period {period} is sealed.");
        await page.Locator(".pattern-form .advice textarea").FillAsync("Open it again in the payroll.");
        await Expect(page.Locator(".preview blockquote")).ToContainTextAsync("Period 17 is sealed. Open it again in the payroll.");
        await page.Locator(".trial .try").ClickAsync();
        await Expect(page.Locator(".trial .found")).ToContainTextAsync("1 of 1 messages fit, in 1 integration.");
        await page.Locator(".pattern-form button[type=submit]").ClickAsync();
        await Expect(page.Locator("[data-pattern]")).ToHaveCountAsync(1);
        await Expect(page.Locator(".frequent")).ToContainTextAsync("Everything that syncs reported of late is explained.");

        var reader = await Fixture.OpenAsync(dashboard, $"/integrations/{integration}");
        var explained = reader.Locator(".status-panel [data-explains=custom]");
        await Expect(explained).ToContainTextAsync("Period 17 is sealed. Open it again in the payroll.");

        await page.Locator("[data-pattern] .delete").ClickAsync();
        await Expect(page.Locator("[data-pattern]")).ToHaveCountAsync(0);
        await reader.ReloadAsync();
        await Expect(reader.Locator(".status-panel .message")).ToBeVisibleAsync();
        await Expect(explained).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Locator("[data-pattern]")).ToHaveCountAsync(1);
        await reader.ReloadAsync();
        await Expect(explained).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_is_no_expression_is_said_before_it_is_saved()
    {
        var page = await OpenAsync("/operators/error-patterns/new");
        await page.Locator(".pattern-form .expression textarea").FillAsync("a(?=b)");
        await Expect(page.Locator(".pattern-form")).ToContainTextAsync("It looks around, refers back or is too large.");
        await page.Locator(".pattern-form button[type=submit]").ClickAsync();
        await Expect(page.Locator(".pattern-form [role=alert].refusal")).ToContainTextAsync("It looks around");
        await Expect(page).ToHaveURLAsync(new Regex("/operators/error-patterns/new$"));
    }
}
