using System.Globalization;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>What somebody does with a long log.</summary>
public sealed class LogJourneys(BrowserFixture fixture) : Journey(fixture)
{
    private int _seq;

    [Fact]
    public async Task What_repeats_is_folded_and_unfolds_also_for_a_link_into_it()
    {
        var (integration, sync) = await BeginAsync("Folded log", "FAILED");
        await AppendAsync(sync, 300, seq => $"Read page {seq} of the employees");
        await AppendAsync(sync, 1, _ => "The tool did not answer", "ERROR");

        var page = await OpenAsync($"/integrations/{integration}/syncs/{sync}");
        await Expect(page.Locator(".log-row")).ToHaveCountAsync(2);
        var times = page.GetByRole(AriaRole.Button, new() { Name = "Show all 300 entries that say this" });
        await times.ClickAsync();
        await Expect(page.Locator(".log-row[data-seq='5']")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Fold these 300 entries" }).ClickAsync();
        await Expect(page.Locator(".log-row")).ToHaveCountAsync(2);

        await page.GetByLabel("Fold repeats").UncheckAsync();
        await Expect(page).ToHaveURLAsync(new Regex("repeats=all"));
        await Expect(page.Locator(".log-row[data-seq='5']")).ToBeVisibleAsync();

        await page.GotoAsync($"/integrations/{integration}/syncs/{sync}?entry=217");
        await Expect(page.Locator(".log-row[data-seq='217']")).ToBeInViewportAsync();
        await Expect(page.Locator(".log-row[data-seq='217']")).ToHaveAttributeAsync("data-selected", "");
    }

    [Fact]
    public async Task Errors_are_gone_through_by_key_from_the_last_to_the_first_again_and_the_map_leads_anywhere()
    {
        var (integration, sync) = await BeginAsync("Errors of a log", "FAILED");
        for (var part = 0; part < 3; part++)
        {
            await AppendAsync(sync, 200, Different);
            await AppendAsync(sync, 1, _ => "The tool did not answer", "ERROR");
        }

        var page = await OpenAsync($"/integrations/{integration}/syncs/{sync}");
        var errors = page.GetByRole(AriaRole.Group, new() { Name = "Errors" });
        await Expect(errors.GetByRole(AriaRole.Status)).ToHaveTextAsync("3");
        (string Key, int Seq, string Number)[] steps =
            [("e", 200, "1 of 3"), ("e", 401, "2 of 3"), ("e", 602, "3 of 3"), ("e", 200, "1 of 3"), ("E", 602, "3 of 3")];
        foreach (var (key, seq, number) in steps)
        {
            await page.Keyboard.PressAsync(key);
            await Expect(page.Locator($".log-row[data-seq='{seq}'][data-selected]")).ToBeInViewportAsync();
            await Expect(errors.GetByRole(AriaRole.Status)).ToHaveTextAsync(number);
        }

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" })).ToContainTextAsync("Previous error");
        await page.Keyboard.PressAsync("Escape");

        await page.Locator("canvas").ClickAsync(new() { Position = new() { X = 7, Y = 2 } });
        await Expect(page.Locator(".log-row[data-seq='0']")).ToBeInViewportAsync();
        Assert.Equal([], await ViolationsAsync(page));
    }

    [Fact]
    public async Task Hits_are_marked_and_counted_and_gone_through_and_a_link_shows_the_same()
    {
        var (integration, sync) = await BeginAsync("Searched log", "SUCCEEDED");
        await AppendAsync(sync, 200, Different);
        await AppendAsync(sync, 1, _ => "A Needle in the hay");
        await AppendAsync(sync, 200, Different);
        await AppendAsync(sync, 1, _ => "Another needle in the hay");

        var page = await OpenAsync($"/integrations/{integration}/syncs/{sync}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Highlight" }).ClickAsync();
        await page.GetByPlaceholder("Search the log").FillAsync("NEEDLE");
        var hits = page.GetByRole(AriaRole.Group, new() { Name = "Hits" });
        await Expect(hits.GetByRole(AriaRole.Status)).ToHaveTextAsync("2");
        await page.GetByPlaceholder("Search the log").PressAsync("Enter");
        await Expect(hits.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 of 2");
        await Expect(page.Locator(".log-row[data-seq='200'] mark")).ToHaveTextAsync("Needle");
        await page.GetByPlaceholder("Search the log").PressAsync("Enter");
        await Expect(page.Locator(".log-row[data-seq='401'] mark")).ToBeInViewportAsync();
        await page.GetByPlaceholder("Search the log").PressAsync("Shift+Enter");
        await Expect(hits.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 of 2");
        await Expect(page).ToHaveURLAsync(new Regex("q=NEEDLE&search=highlight&entry=200$"));

        await page.ReloadAsync();
        await Expect(hits.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 of 2");
        await Expect(page.Locator(".log-row[data-seq='200'] mark")).ToBeInViewportAsync();
        await Expect(page.Locator(".log-row[data-seq='199']")).ToBeVisibleAsync();
        Assert.Equal([], await ViolationsAsync(page));
    }

    [Fact]
    public async Task A_running_sync_is_followed_until_somebody_scrolls_up()
    {
        var (integration, sync) = await BeginAsync("Followed log", "RUNNING");
        await AppendAsync(sync, 100, Different);

        var page = await OpenAsync($"/integrations/{integration}/syncs/{sync}");
        await page.Locator("[data-log]").ScrollIntoViewIfNeededAsync();
        await Expect(page.Locator(".log-row[data-seq='99']")).ToBeInViewportAsync();
        await AppendAsync(sync, 40, Different);
        await Expect(page.Locator(".log-row[data-seq='139']")).ToBeInViewportAsync();

        await page.Locator(".log-row[data-seq='138']").HoverAsync();
        await page.Mouse.WheelAsync(0, -1_000);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Follow" })).ToBeVisibleAsync();
        await AppendAsync(sync, 25, Different);
        var more = page.GetByRole(AriaRole.Button, new() { Name = "25 new entries" });
        await Expect(more).ToBeVisibleAsync();
        Assert.Equal([], await ViolationsAsync(page));
        await more.ClickAsync();
        await Expect(page.Locator(".log-row[data-seq='164']")).ToBeInViewportAsync();
        await AppendAsync(sync, 1, Different);
        await Expect(page.Locator(".log-row[data-seq='165']")).ToBeInViewportAsync();

        // Late entries belong before the end: the log is read anew.
        _seq = 1_000;
        await AppendAsync(sync, 1, _ => "Written last");
        await Expect(page.Locator(".log-row[data-seq='1000']")).ToBeInViewportAsync();
        _seq = 500;
        await AppendAsync(sync, 1, _ => "Came late");
        await Expect(page.Locator(".log-row[data-seq='500']")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Requests_are_seen_within_the_sync_and_their_bodies_as_trees()
    {
        var (integration, sync) = await BeginAsync("Requests of a log", "FAILED");
        await AppendAsync(sync, 60, Different);
        await Reporter.LogAsync(sync, 61, 60, "ERROR", "The tool answered 503");

        var page = await OpenAsync($"/integrations/{integration}/syncs/{sync}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Requests" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("view=requests"));
        var table = page.GetByRole(AriaRole.Table, new() { Name = "Requests in the order of the log" });
        await Expect(table.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await Expect(table.GetByRole(AriaRole.Cell)).ToHaveTextAsync(
            [new Regex(@"GET\s+/employees\?page=3"), new Regex("503"), new Regex("812 ms"), new Regex("after the beginning")]);
        await table.GetByRole(AriaRole.Button).ClickAsync();

        var tree = page.GetByRole(AriaRole.Tree, new() { Name = "Response" });
        await tree.GetByRole(AriaRole.Treeitem).First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(tree.Locator("[data-path='$.error']")).ToBeFocusedAsync();
        await Expect(tree.GetByRole(AriaRole.Button, new() { Name = "Copy the path $.error" })).ToBeVisibleAsync();
        Assert.Equal([], await ViolationsAsync(page));
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(tree.Locator("[data-path='$.error']")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(tree.Locator("[data-path='$.error']")).ToBeVisibleAsync();
    }

    // No two in a row say the same.
    private static string Different(int seq) => seq % 2 == 0 ? "Read a page" : "Stored a page";

    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page) =>
        (await page.RunAxe()).Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}"));

    private async Task<(string Integration, string Sync)> BeginAsync(string organization, string state)
    {
        var integration = await Reporter.ConnectAsync(organization);
        return (integration, await Reporter.SyncAsync(integration, state));
    }

    private async Task AppendAsync(string sync, int count, Func<int, string> says, string level = "INFO")
    {
        var at = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var lines = Enumerable.Range(_seq, count).Select(seq => $$"""{"seq":{{seq}},"at":"{{at}}","level":"{{level}}","message":"{{says(seq)}}"}""").ToList();
        _seq += count;
        await Fixture.Reported.CallAsync(HttpMethod.Post, $"/v1/syncs/{sync}/logs", string.Join('\n', lines), "application/x-ndjson");
    }
}
