using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

public sealed class QualityAssuranceTests(BrowserFixture fixture) : Journey(fixture)
{
    private const string Queue = "/operators/quality-assurance";

    [Fact]
    public async Task A_first_sync_with_warnings_goes_by_an_operator_and_comes_back_with_a_note()
    {
        var integration = await Reporter.CreateAsync("Waits for an engineer");
        var operators = await OpenAsync(Queue);
        var card = operators.Locator($".waiting[data-integration='{integration}']");
        await Expect(card).ToHaveCountAsync(0);

        // It lands in the open queue, and the customer sees that engineers were told.
        var sync = await Reporter.SyncAsync(integration, "PARTIALLY_FAILED");
        await Reporter.LogAsync(sync, 30, 12, "WARNING", "The employee has no start date");
        await Expect(card).ToContainTextAsync("Finished with warnings");
        await Expect(operators.Locator(".nav-count")).ToBeVisibleAsync();
        var customer = await OpenAsync($"/integrations/{integration}");
        await Expect(customer.Locator(".status-panel")).ToHaveAttributeAsync("data-status", "quality-assurance");
        await Expect(customer.Locator("#quality-assurance")).ToContainTextAsync("Engineers were told");

        // The operator reads, answers and resolves.
        await card.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Warnings and errors" }).ClickAsync();
        await Expect(card.Locator("[data-seq='12']")).ToContainTextAsync("The employee has no start date");
        await Expect(card.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Open its log" }))
            .ToHaveAttributeAsync("href", $"/integrations/{integration}/syncs/{sync}?entry=12");
        await Expect(card).ToContainTextAsync("reported from outside");
        await card.GetByLabel("Note to the customer").FillAsync("People without a start date are read now.");
        await card.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Resolve and re-enable" }).ClickAsync();
        await Expect(card).ToHaveCountAsync(0);

        // The customer's open page follows.
        await Expect(customer.Locator(".status-panel")).ToHaveAttributeAsync("data-status", "sync-has-warnings");
        await Expect(customer.Locator("#quality-assurance")).ToHaveCountAsync(0);
        await Expect(customer.Locator(".resolution")).ToContainTextAsync("People without a start date are read now.");
        await Expect(customer.Locator(".resolution time")).ToHaveAttributeAsync("datetime", new Regex($"^{DateTime.UtcNow.Year}-"));
        await Expect(customer.Locator(".timeline li").First).ToContainTextAsync("Resolved by ada@example.com");
    }
}
