using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>How a customer shows a status in their own product, and who can.</summary>
public sealed class EmbedJourneys(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task A_frame_shows_it_on_its_own_pages_only_and_until_it_is_revoked()
    {
        using var product = new ForeignPage();
        using var stranger = new ForeignPage();
        var integration = await Reporter.ConnectAsync("Framed");
        var page = await OpenAsync($"/integrations/{integration}/settings");
        await page.Locator("#embed .origins textarea").FillAsync("http://app.example.com");
        await page.Locator(".create-embed").ClickAsync();
        await Expect(page.Locator("#embed [role=alert]")).ToContainTextAsync("is no origin");
        await page.Locator("#embed .origins textarea").FillAsync(product.Origin);
        await page.Locator(".create-embed").ClickAsync();
        product.Body = stranger.Body = await page.Locator("[data-code=Frame] pre").InnerTextAsync();
        await Expect(page.Locator(".embed-code img")).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await page.Locator(".embed-code img").EvaluateAsync<int>("image => image.naturalWidth") > 0);

        await using var context = await Fixture.ContextAsync(Fixture.Reported);
        var own = await context.NewPageAsync();
        await own.GotoAsync(product.Origin);
        await Expect(own.FrameLocator("iframe").Locator("main")).ToHaveAttributeAsync("data-status", "active");
        await Expect(own.FrameLocator("iframe").Locator("h1")).ToHaveTextAsync("Personio Framed");
        Assert.Empty(await context.CookiesAsync());

        var refused = new TaskCompletionSource<string>();
        var foreign = await context.NewPageAsync();
        foreign.Console += (_, message) =>
        {
            if (message.Text.Contains("frame-ancestors", StringComparison.Ordinal))
            {
                refused.TrySetResult(message.Text);
            }
        };
        await foreign.GotoAsync(stranger.Origin);
        await refused.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await Expect(foreign.FrameLocator("iframe").Locator("main")).ToHaveCountAsync(0);

        await page.Locator("[data-embed] .revoke").ClickAsync();
        await page.Locator("[data-embed] .confirm").ClickAsync();
        await Expect(page.Locator("[data-embed]")).ToHaveCountAsync(0);

        await own.GotoAsync(product.Origin);
        await Expect(own.FrameLocator("iframe").Locator("h1")).ToHaveTextAsync("Nothing is shown here any more");
    }

    [Fact]
    public async Task The_page_is_accessible_and_narrow_light_and_dark()
    {
        var integration = await Reporter.ConnectAsync("Accessible");
        await Reporter.SyncAsync(integration, "AUTHENTICATION_FAILED", "401: the client secret has expired");
        var page = await OpenAsync($"/integrations/{integration}/settings");
        await page.Locator("#embed .origins textarea").FillAsync("https://app.example.com");
        await page.Locator(".create-embed").ClickAsync();
        var address = await page.Locator(".embed-code a").GetAttributeAsync("href");

        await using var context = await Fixture.ContextAsync(Fixture.Reported, width: 320);
        var shown = await context.NewPageAsync();
        foreach (var path in new[] { address!, "/embed/nothing" })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await shown.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                await shown.GotoAsync(path);
                await Expect(shown.Locator("h1")).ToBeVisibleAsync();
                var result = await shown.RunAxe();
                Assert.Empty(result.Violations.Select(violation => $"{path} {scheme}: {violation.Id} {violation.Nodes[0].Html}"));
                Assert.True(await shown.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320);
            }
        }
    }
}
