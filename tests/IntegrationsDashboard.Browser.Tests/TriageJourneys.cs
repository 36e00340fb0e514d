using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>How somebody with many integrations finds, keeps and does what there is to do.</summary>
public sealed class TriageJourneys(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task Groups_show_trouble_first_and_lead_to_the_list_of_each()
    {
        var well = await Reporter.ConnectAsync("Grouping Well");
        var ill = await Reporter.ConnectAsync("Grouping Ill");
        await Reporter.SyncAsync(ill, "FAILED");
        var page = await OpenAsync("/integrations?q=grouping");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Group by" }).ClickAsync();
        await page.Locator(".mud-popover-open").GetByText("By customer", new() { Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("group=customer"));
        var heads = page.Locator("tr.group");
        await Expect(heads).ToHaveCountAsync(2);
        await Expect(heads.First).ToContainTextAsync("Grouping Ill");
        await Expect(heads.First).ToContainTextAsync("1 needs attention");
        await Expect(Row(page, ill)).ToBeVisibleAsync();
        await Expect(Row(page, well)).ToHaveCountAsync(0);

        await heads.Last.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Row(page, well)).ToBeVisibleAsync();
        Assert.Equal([], await ViolationsAsync(page));
        await heads.Last.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("customer=Grouping%20Well"));
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "Show other customers than Grouping Well as well" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Columns_and_density_stand_in_the_address()
    {
        var integration = await Reporter.ConnectAsync("Columns Ltd");
        var page = await OpenAsync("/integrations?q=columns");
        await page.Locator(".display > summary").ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "End user" }).CheckAsync();
        await Expect(page).ToHaveURLAsync(new Regex("columns=where,reason,since,last_sync,email,next_step"));
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Success, 30 days" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Why" }).UncheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "One line each" }).CheckAsync();
        await Expect(page).ToHaveURLAsync(new Regex("columns=where,since,last_sync,success,email,next_step&density=compact"));

        var copy = await OpenAsync(new Uri(page.Url).PathAndQuery);
        await Expect(Row(copy, integration)).ToContainTextAsync("hr@example.com");
        await Expect(Row(copy, integration)).ToContainTextAsync("100%");
        await Expect(Row(copy, integration).Locator(".why")).ToHaveCountAsync(0);
        Assert.True((await Row(copy, integration).BoundingBoxAsync())!.Height <= 34);
    }

    [Fact]
    public async Task A_view_is_saved_opened_by_default_renamed_and_deleted_with_a_way_back()
    {
        // Of a dashboard of its own: the list of everybody else is to stay as it is.
        await using var dashboard = await Dashboard.StartAsync(demonstration: false);
        var reporter = new Reporter(dashboard);
        var ill = await reporter.ConnectAsync("Viewed Ill");
        var well = await reporter.ConnectAsync("Viewed Well");
        await reporter.SyncAsync(ill, "FAILED");
        var page = await Fixture.OpenAsync(dashboard, "/integrations?status=sync-failing");
        var menu = page.Locator(".views");
        await menu.Locator("> summary").ClickAsync();
        await menu.GetByLabel("Save what the list shows now as").FillAsync("Failing");
        await page.Keyboard.PressAsync("Enter");
        await Expect(menu.Locator("> summary")).ToHaveTextAsync("Failing");
        await menu.GetByRole(AriaRole.Button, new() { Name = "Open the list with “Failing”" }).ClickAsync();
        await Expect(menu.GetByRole(AriaRole.Button, new() { Name = "Open the list with “Failing”" })).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal([], await ViolationsAsync(page));

        await page.GotoAsync("/integrations");
        await BrowserFixture.LiveAsync(page);
        await Expect(page).ToHaveURLAsync(new Regex("/integrations\\?status=sync-failing$"));
        await Expect(Row(page, well)).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Clear all filters" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/integrations\\?view=all$"));
        await Expect(Row(page, well)).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("faili");
        await page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("Failing.*View") }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("status=sync-failing"));

        await menu.Locator("> summary").ClickAsync();
        await menu.GetByRole(AriaRole.Button, new() { Name = "Rename “Failing”" }).ClickAsync();
        await menu.GetByLabel("New name for “Failing”").FillAsync("Red ones");
        await page.Keyboard.PressAsync("Enter");
        await Expect(menu.Locator("> summary")).ToHaveTextAsync("Red ones");
        await menu.GetByRole(AriaRole.Button, new() { Name = "Delete “Red ones”" }).ClickAsync();
        await Expect(menu.Locator("> summary")).ToHaveTextAsync("Views");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(menu.Locator("> summary")).ToHaveTextAsync("Red ones");
    }

    [Fact]
    public async Task Many_are_deactivated_at_once_and_it_can_be_undone()
    {
        var ids = new[] { await Reporter.ConnectAsync("Bulk A"), await Reporter.ConnectAsync("Bulk B"), await Reporter.ConnectAsync("Bulk C") };
        var page = await OpenAsync("/integrations?q=bulk&sort=name");
        var bar = page.GetByRole(AriaRole.Region, new() { Name = "Selected integrations" });

        await Row(page, ids[2]).GetByRole(AriaRole.Checkbox).ClickAsync();
        await bar.GetByRole(AriaRole.Button, new() { Name = "Deactivate" }).ClickAsync();
        await Expect(bar).ToContainTextAsync("Deactivated: 1");
        await Expect(Badge(Row(page, ids[2]))).ToHaveAttributeAsync("data-status", "inactive");

        await Row(page, ids[0]).GetByRole(AriaRole.Checkbox).ClickAsync();
        await Row(page, ids[2]).GetByRole(AriaRole.Checkbox).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Expect(bar).ToContainTextAsync("3 selected");
        Assert.Equal([], await ViolationsAsync(page));
        await bar.GetByRole(AriaRole.Button, new() { Name = "Deactivate" }).ClickAsync();
        await Expect(bar).ToContainTextAsync("Deactivate 3 integrations?");
        await bar.GetByRole(AriaRole.Button, new() { Name = "Deactivate" }).ClickAsync();
        await Expect(bar).ToContainTextAsync("Deactivated: 2");
        await Expect(bar.Locator("details")).ToContainTextAsync("1 · inactive already");
        await bar.Locator("summary").ClickAsync();
        await Expect(bar.GetByRole(AriaRole.Link, new() { Name = "Bulk C" })).ToBeVisibleAsync();
        Assert.Equal([], await ViolationsAsync(page));

        await bar.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(bar).ToContainTextAsync("Set back as before: 2");
        await Expect(Badge(Row(page, ids[0]))).ToHaveAttributeAsync("data-status", "active");
        await Expect(Badge(Row(page, ids[2]))).ToHaveAttributeAsync("data-status", "inactive");
        await bar.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(bar).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Links_are_made_for_all_that_are_connected_here_and_the_rest_is_told()
    {
        var page = await Fixture.OpenAsync(Fixture.Demonstration, "/integrations?view=all");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Select all on this page" }).ClickAsync();
        var bar = page.GetByRole(AriaRole.Region, new() { Name = "Selected integrations" });
        await bar.GetByRole(AriaRole.Button, new() { Name = "Create reconnection links" }).ClickAsync();
        await Expect(bar).ToContainTextAsync(new Regex("Links created: [1-9]"));
        await Expect(bar).ToContainTextAsync("not connected from here");
        await Expect(bar.Locator("code").First).ToContainTextAsync("/reconnect/");
        var download = await page.RunAndWaitForDownloadAsync(() => bar.GetByRole(AriaRole.Button, new() { Name = "Download as CSV" }).ClickAsync());
        var lines = (await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(await bar.Locator("code").CountAsync(), lines.Length - 1);
        Assert.All(lines.Skip(1), line => Assert.Contains("/reconnect/", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_filter_and_pick_and_what_is_picked_can_be_exported()
    {
        var first = await Reporter.ConnectAsync("Keyed A");
        var second = await Reporter.ConnectAsync("Keyed B");
        await Reporter.SyncAsync(second, "FAILED");
        var page = await OpenAsync("/integrations?q=keyed&sort=name");
        await page.Keyboard.PressAsync("e");
        await Expect(page).ToHaveURLAsync(new Regex("status="));
        await Expect(Row(page, first)).ToHaveCountAsync(0);
        await Expect(Row(page, second)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("e");
        await Expect(Row(page, first)).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator("tr[data-picked]")).ToHaveAttributeAsync("data-integration", first);
        var bar = page.GetByRole(AriaRole.Region, new() { Name = "Selected integrations" });
        await bar.GetByRole(AriaRole.Button, new() { Name = "Select all 2 that match" }).ClickAsync();
        await Expect(page.Locator("tr[data-picked]")).ToHaveCountAsync(2);
        await bar.GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => bar.GetByRole(AriaRole.Button, new() { Name = "CSV", Exact = true }).ClickAsync());
        var lines = (await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([first, second], lines.Skip(1).Select(line => line.Split(',')[0].Trim('"')));

        await page.Keyboard.PressAsync("?");
        var overlay = page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });
        await Expect(overlay.GetByText("Select the row")).ToHaveCountAsync(1);
        await Expect(overlay).ToContainTextAsync("Only what needs attention, and back");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_narrow_screen_has_it_all_within_its_width(ColorScheme scheme)
    {
        var page = await Fixture.OpenAsync(Fixture.Demonstration, "/integrations?group=tool&columns=where,reason,since,success,email,id,next_step", 320, scheme);
        await page.Locator("tr[data-row] input").First.ClickAsync();
        await Expect(page.Locator(".bulk")).ToBeVisibleAsync();
        Assert.Equal([], await ViolationsAsync(page));
        foreach (var menu in (string[])["views", "display", "export"])
        {
            await page.Locator($".{menu} > summary").ClickAsync();
            await Expect(page.Locator($".{menu} .menu-list")).ToBeInViewportAsync();
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        }
    }

    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page) =>
        (await page.RunAxe()).Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}"));
}
