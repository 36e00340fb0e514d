using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

public sealed class FromStatusToLogTests(BrowserFixture fixture) : Journey(fixture)
{
    [Theory]
    [InlineData("FAILED", "ERROR", "sync-failing")]
    [InlineData("TIMED_OUT", "ERROR", "sync-failing")]
    [InlineData("PARTIALLY_FAILED", "WARNING", "sync-has-warnings")]
    [InlineData("AUTHENTICATION_FAILED", "ERROR", "authentication-failing")]
    public async Task A_status_leads_to_the_log_entry_that_explains_it(string state, string level, string status)
    {
        var integration = await Reporter.ConnectAsync($"Journey {state}");
        var sync = await Reporter.SyncAsync(integration, state);
        await Reporter.LogAsync(sync, 400, 217, level, "The tool answered 503 for page 3 of the employees.");

        var page = await OpenAsync($"/integrations?q={integration}");
        await Expect(Badge(Row(page, integration))).ToHaveAttributeAsync("data-status", status);
        await Expect(Row(page, integration)).ToContainTextAsync(status == "authentication-failing" ? "refused" : "503");

        await Row(page, integration).Locator("a").First.ClickAsync();
        await page.Locator("[data-step='OpenLog']").ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex($"/integrations/{integration}/syncs/{sync}\\?entry=217$"));
        var line = page.Locator(".log-row[data-seq='217']");
        await Expect(line).ToBeInViewportAsync();
        await Expect(line).ToHaveAttributeAsync("data-selected", "");
        await Expect(page.Locator("[data-entry='217']")).ToContainTextAsync("try later");
    }

    [Fact]
    public async Task The_permanent_link_of_an_entry_opens_it_in_a_new_tab()
    {
        var integration = await Reporter.ConnectAsync("Permanent link");
        var sync = await Reporter.SyncAsync(integration, "FAILED");
        await Reporter.LogAsync(sync, 3_000, 2_500, "ERROR", "The far end of the log");

        var page = await OpenAsync($"/integrations/{integration}/syncs/{sync}?entry=2500");

        await Expect(page.Locator(".log-row[data-seq='2500']")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_log_is_narrowed_by_level_and_text_and_keeps_the_open_entry()
    {
        var integration = await Reporter.ConnectAsync("Narrow log");
        var sync = await Reporter.SyncAsync(integration, "FAILED");
        await Reporter.LogAsync(sync, 300, 250, "ERROR", "One line among many");

        var page = await OpenAsync($"/integrations/{integration}/syncs/{sync}");
        await page.GetByPlaceholder("Search the log").FillAsync("among many");
        await Expect(page.Locator(".log-row")).ToHaveCountAsync(1);
        await page.Locator(".log-row .text").ClickAsync();
        await page.GetByPlaceholder("Search the log").FillAsync("");
        await Expect(page.Locator(".log-row[data-seq='250']")).ToBeInViewportAsync();

        await page.GetByLabel("Close the entry").ClickAsync();
        await page.GetByLabel("Next error").ClickAsync();
        await Expect(page.Locator("[data-entry='250']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_log_is_downloaded_in_the_form_in_which_it_was_reported()
    {
        var integration = await Reporter.ConnectAsync("Download");
        var sync = await Reporter.SyncAsync(integration, "FAILED");
        await Reporter.LogAsync(sync, 20, 11, "ERROR", "<script>alert('x')</script>");

        var page = await OpenAsync($"/integrations/{integration}/syncs/{sync}?entry=11");
        await Expect(page.Locator(".details .message")).ToHaveTextAsync("<script>alert('x')</script>");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByLabel("Download as NDJSON").ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);

        Assert.Equal(20, lines.Length);
        Assert.Contains("\"seq\":11", lines[11], StringComparison.Ordinal);
        Assert.Contains("\"duration_ms\":812", lines[11], StringComparison.Ordinal);
    }
}
