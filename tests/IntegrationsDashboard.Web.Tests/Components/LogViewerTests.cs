using Bunit;
using Bunit.TestDoubles;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Components.Syncs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class LogViewerTests : ConnectedComponentTest
{
    public LogViewerTests() => SetRendererInfo(new RendererInfo("Server", true));

    private BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    private string Page => $"/integrations/{Id}/syncs/s1";

    [Fact]
    public async Task Errors_are_counted_and_gone_through_and_the_address_follows()
    {
        var viewer = await ViewAsync(new LogState(), "ok", "failed!", "ok", "failed again!");
        viewer.WaitForElement("[data-steps=Errors]");
        Assert.Equal("2", Number());

        viewer.Find("[data-key=e]").Click();
        viewer.WaitForAssertion(() => Assert.Equal("1 of 2", Number()));
        Assert.EndsWith($"{Page}?entry=1", Navigation.Uri, StringComparison.Ordinal);
        viewer.Find("[data-key=E]").Click();
        viewer.WaitForAssertion(() => Assert.Equal("2 of 2", Number()));
        Assert.EndsWith($"{Page}?entry=3", Navigation.Uri, StringComparison.Ordinal);
        viewer.Find("[data-key=e]").Click();
        viewer.WaitForAssertion(() => Assert.Equal("1 of 2", Number()));

        string Number() => viewer.Find("[data-steps=Errors] .number").TextContent;
    }

    [Fact]
    public async Task Own_addresses_that_come_back_change_nothing_and_others_do()
    {
        var viewer = await ViewAsync(new LogState(), "one", "two", "three");
        viewer.WaitForElement(".fold input");
        viewer.Find(".fold input").Change(false);
        viewer.WaitForAssertion(() => Assert.EndsWith("?repeats=all", Navigation.Uri, StringComparison.Ordinal));
        Highlight().Click();
        viewer.WaitForAssertion(() => Assert.EndsWith("?search=highlight&repeats=all", Navigation.Uri, StringComparison.Ordinal));

        // The first of the two comes back when the second has been said already.
        viewer.Render(p => p.Add(v => v.State, new LogState { Folds = false }));
        Assert.Equal("true", Highlight().GetAttribute("aria-pressed"));
        viewer.Render(p => p.Add(v => v.State, new LogState { Folds = false, Highlights = true }));
        Assert.Equal("true", Highlight().GetAttribute("aria-pressed"));

        viewer.Render(p => p.Add(v => v.State, new LogState()));
        viewer.WaitForAssertion(() => Assert.Equal("false", Highlight().GetAttribute("aria-pressed")));

        AngleSharp.Dom.IElement Highlight() => viewer.FindAll("button").First(button => button.TextContent == "Highlight");
    }

    [Fact]
    public async Task What_keeps_everything_back_can_be_let_go()
    {
        var viewer = await ViewAsync(new LogState { Text = "nothing like it", Level = LogEntryLevel.Error }, "one", "two");
        viewer.WaitForAssertion(() => Assert.Contains("No entry matches.", viewer.Markup, StringComparison.Ordinal));

        viewer.FindAll("button").First(button => button.TextContent.Contains("Show all entries", StringComparison.Ordinal)).Click();

        viewer.WaitForAssertion(() => Assert.NotEmpty(viewer.FindAll("[data-log]")));
        Assert.EndsWith(Page, Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_without_requests_says_so()
    {
        var viewer = await ViewAsync(new LogState { ShowsRequests = true }, "one");
        viewer.WaitForAssertion(() => Assert.Contains("This log has no requests.", viewer.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_entries_are_counted_while_nobody_follows()
    {
        var viewer = await ViewAsync(new LogState(), SyncState.Running, "one");
        viewer.WaitForElement("[data-log-pause]").Click();
        Assert.Equal("Follow", viewer.WaitForElement("[data-log-follow]").TextContent);

        await AppendAsync(1, "two", "three");
        var sync = await FindAsync();
        viewer.Render(p => p.Add(v => v.Sync, sync));
        viewer.WaitForAssertion(() => Assert.Equal("2 new entries", viewer.Find("[aria-live=polite]").TextContent));

        viewer.Find("[data-log-follow]").Click();
        viewer.WaitForElement("[data-log-pause]");
        Assert.Equal("3 entries", viewer.Find(".count").TextContent);
    }

    private Task<IRenderedComponent<LogViewer>> ViewAsync(LogState state, params string[] messages) => ViewAsync(state, SyncState.Failed, messages);

    private async Task<IRenderedComponent<LogViewer>> ViewAsync(LogState state, SyncState ended, params string[] messages)
    {
        Render<MudBlazor.MudPopoverProvider>();
        await Ledger.WriteAsync(session => session.RecordSyncAsync(Scope, new SyncReport
        {
            SyncId = "s1",
            IntegrationId = Id,
            State = ended,
            StartedAt = Now,
            EndedAt = ended == SyncState.Running ? null : Now,
        }));
        await AppendAsync(0, messages);
        var sync = await FindAsync();
        return Render<LogViewer>(p => p.Add(v => v.Sync, sync).Add(v => v.IntegrationId, Id).Add(v => v.State, state));
    }

    private async Task<Sync> FindAsync() => (await Services.GetRequiredService<SyncQueries>().FindAsync(Scope, Id, "s1"))!;

    private Task<LogAppended> AppendAsync(int from, params string[] messages) => Ledger.WriteAsync(session => session.AppendLogAsync(
        Scope,
        "s1",
        [
            .. messages.Index().Select(message => new LogReport(new LogEntry
            {
                Seq = from + message.Index,
                At = Now,
                Level = message.Item.EndsWith('!') ? LogEntryLevel.Error : LogEntryLevel.Info,
                Message = message.Item,
            })),
        ]));
}
