using System.Net;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>How an admin has programs told of what happens, and sees whether they were.</summary>
public sealed class WebhookJourneys(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task A_webhook_is_made_tested_seen_to_fail_and_sent_again()
    {
        await using var receiver = new WebhookReceiver();
        await using var dashboard = await Dashboard.StartAsync(demonstration: false, ("Syncing__AllowedAddresses__0", receiver.Authority));
        var page = await Fixture.OpenAsync(dashboard, "/workspace/webhooks");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There are no webhooks here yet" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "New webhook" }).ClickAsync();
        await page.Locator(".webhook-form input[type=url]").FillAsync(receiver.Url);
        await page.Locator(".webhook-form button[type=submit]").ClickAsync();
        Assert.StartsWith("whsec_", await page.Locator(".new-secret input").InputValueAsync(), StringComparison.Ordinal);
        await page.Locator(".webhook a.link").ClickAsync();
        await Expect(page.Locator(".new-secret")).ToHaveCountAsync(0);

        await page.Locator(".send-test").ClickAsync();
        await Expect(page.Locator("[data-delivery-state=Delivered]")).ToHaveCountAsync(1);
        await Expect(page.Locator(".last-day .sum .succeeded")).ToContainTextAsync("1 delivered");
        await Expect(page.Locator("h1 + .meta .webhook-state")).ToHaveAttributeAsync("data-webhook-state", "On");

        receiver.Answer = HttpStatusCode.InternalServerError;
        await page.Locator(".send-test").ClickAsync();
        var failing = page.Locator(".delivery").First;
        await Expect(failing.Locator(".outcome")).ToContainTextAsync("Answered 500");
        await Expect(page.Locator("h1 + .meta .webhook-state")).ToHaveAttributeAsync("data-webhook-state", "Failing");
        await failing.Locator(".line").ClickAsync();
        await Expect(failing.Locator(".attempt").First).ToContainTextAsync("Answered 500");
        await Expect(failing.Locator(".payload")).ToContainTextAsync("\"type\": \"test\"");

        // Off, it gives up what it was to be told; that is sent again once the receiver is mended.
        await page.Locator(".webhook-actions .switch").ClickAsync();
        await Expect(failing).ToHaveAttributeAsync("data-delivery-state", "GivenUp");
        receiver.Answer = HttpStatusCode.NoContent;
        await page.Locator(".webhook-actions .switch").ClickAsync();
        await Expect(page.Locator("h1 + .meta .webhook-state")).ToHaveAttributeAsync("data-webhook-state", "On");
        await page.Locator(".send-again").ClickAsync();
        await Expect(page.Locator("[data-delivery-state=Delivered]")).ToHaveCountAsync(2);

        await page.Locator(".by-state").First.ClickAsync();
        await page.Locator(".mud-popover-open").GetByText("Failed", new() { Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"\?state=given-up$"));
        await Expect(page.Locator(".delivery")).ToHaveCountAsync(1);
    }
}
