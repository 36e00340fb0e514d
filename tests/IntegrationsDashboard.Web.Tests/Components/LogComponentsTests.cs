using Bunit;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Integrations;
using IntegrationsDashboard.Web.Components.Syncs;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class LogComponentsTests : ComponentTest
{
    private const string Hostile = "<img src=x onerror=alert(1)>";

    [Fact]
    public void A_message_is_shown_as_text_whatever_it_holds()
    {
        var entry = new LogEntry { Seq = 7, At = Now, Level = LogEntryLevel.Error, Message = Hostile, HttpStatus = 503, HttpDurationMs = 1_200 };
        var row = Render<LogRow>(p => p.Add(r => r.Entry, entry)).Find(".log-row");

        Assert.Empty(row.QuerySelectorAll("img"));
        Assert.Contains(Hostile, row.TextContent, StringComparison.Ordinal);
        Assert.Contains("10:00:00.000", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("1,200 ms", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector(".http[data-bad]"));
    }

    [Fact]
    public void A_click_opens_the_entry()
    {
        LogEntry? opened = null;
        var entry = new LogEntry { Seq = 7, At = Now, Level = LogEntryLevel.Info, Message = "Read page 1" };
        Render<LogRow>(p => p.Add(r => r.Entry, entry).Add(r => r.OnSelect, e => opened = e)).Find("button").Click();

        Assert.Equal(entry, opened);
    }

    [Fact]
    public void A_json_body_is_a_tree_and_another_one_shown_as_it_is()
    {
        var json = Render<LogBodyView>(p => p.Add(v => v.Title, "Response").Add(v => v.Body, """{"a":{"b":"<i>"}}"""));
        Assert.Equal(["$", "$.a", "$.a.b"], json.FindAll("[role=treeitem]").Select(line => line.GetAttribute("data-path")));
        Assert.Equal("\"<i>\"", json.Find("[data-path='$.a.b'] .value").TextContent);

        var other = Render<LogBodyView>(p => p.Add(v => v.Title, "Response").Add(v => v.Body, Hostile));
        Assert.Equal(Hostile, other.Find("pre").TextContent);

        var deep = string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100));
        Assert.Equal(deep, Render<LogBodyView>(p => p.Add(v => v.Title, "Response").Add(v => v.Body, deep)).Find("pre").TextContent);

        var none = Render<LogBodyView>(p => p.Add(v => v.Title, "Response").Add(v => v.Body, null));
        Assert.Empty(none.FindAll("pre"));
    }

    [Fact]
    public void A_row_that_stands_for_several_says_so_and_unfolds_them()
    {
        int? toggled = null;
        var entry = new LogEntry { Seq = 7, At = Now, Level = LogEntryLevel.Info, Message = "Read page 1" };
        var row = Render<LogRow>(p => p
            .Add(r => r.Entry, entry)
            .Add(r => r.Place, new LogRowPlace(6, 3, 1_200, false))
            .Add(r => r.OnToggle, run => toggled = run));

        var times = row.Find(".times");
        Assert.Equal("× 1,200", times.TextContent.Trim());
        Assert.Equal(("false", "Show all 1,200 entries that say this"), (times.GetAttribute("aria-expanded"), times.GetAttribute("aria-label")));
        times.Click();
        Assert.Equal(3, toggled);
    }

    [Fact]
    public void What_is_searched_for_is_marked_also_where_only_the_address_has_it()
    {
        var entry = new LogEntry
        {
            Seq = 7,
            At = Now,
            Level = LogEntryLevel.Info,
            Message = "Read <page> 1",
            HttpMethod = "GET",
            HttpUrl = "https://example.com/people?cursor=abc",
        };

        Assert.Equal(["<PAGE>"], Marks("<PAGE>", entry with { Message = "Read <PAGE> 1" }));
        Assert.Equal(["<page>"], Marks("<Page>", entry));
        Assert.Equal(["cursor"], Marks("cursor", entry));
        Assert.Empty(Marks("teams", entry));
        Assert.Empty(Marks(null, entry));

        IEnumerable<string> Marks(string? sought, LogEntry of) =>
            [.. Render<LogRow>(p => p.Add(r => r.Entry, of).Add(r => r.Sought, sought)).FindAll("mark").Select(mark => mark.TextContent)];
    }

    [Fact]
    public void A_request_lies_where_it_was_within_the_sync()
    {
        var entry = new LogEntry
        {
            Seq = 7,
            At = Now.AddSeconds(60),
            Level = LogEntryLevel.Error,
            Message = "The tool answered 503",
            HttpMethod = "GET",
            HttpUrl = "https://example.com/people?page=3",
            HttpStatus = 503,
            HttpDurationMs = 20_000,
        };
        var row = Render<RequestRow>(p => p.Add(r => r.Entry, entry).Add(r => r.From, Now).Add(r => r.Until, Now.AddSeconds(100)));

        Assert.Equal("left: 40%; width: 20%", row.Find(".bar").GetAttribute("style"));
        Assert.Equal(["GET /people?page=3", "503", "20,000 ms", "40 seconds after the beginning"], row.FindAll("[role=cell]").Select(Said));
        Assert.NotNull(row.Find(".http[data-bad]"));

        static string Said(AngleSharp.Dom.IElement cell) =>
            string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void The_strip_runs_from_the_oldest_to_the_latest_sync_and_leads_to_what_went_wrong()
    {
        Sync Make(string id, SyncState state, int hours) => new()
        {
            Key = hours,
            EnvironmentId = 1,
            IntegrationId = "x",
            SyncId = id,
            State = state,
            Type = SyncType.Full,
            StartedAt = Now.AddHours(-hours),
            EndedAt = state == SyncState.Running ? null : Now.AddHours(-hours),
            FirstError = state == SyncState.Failed ? 41 : null,
        };

        Sync[] syncs = [Make("c", SyncState.Running, 1), Make("b", SyncState.Failed, 4), Make("a", SyncState.Succeeded, 7)];
        var bars = Render<SyncStrip>(p => p.Add(s => s.IntegrationId, "x").Add(s => s.Syncs, syncs)).FindAll("a");

        Assert.Equal(
            ["/integrations/x/syncs/a", "/integrations/x/syncs/b?entry=41", "/integrations/x/syncs/c"], bars.Select(bar => bar.GetAttribute("href")));
        Assert.Equal(["active", "sync-failing", "running"], bars.Select(bar => bar.GetAttribute("data-status")));
        Assert.StartsWith("Failed: Tue 24 Nov 2026, 06:00", bars[1].TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_history_says_who_or_what_caused_each_change()
    {
        StatusChange Make(
            EventKind cause,
            ActorKind by,
            string? name = null,
            string? sync = null,
            IntegrationStatus? from = null,
            IntegrationStatus to = IntegrationStatus.Inactive) => new()
            {
                IntegrationId = "x",
                At = Now,
                From = from,
                To = to,
                Cause = cause,
                ActorKind = by,
                ActorName = name,
                SyncId = sync,
            };

        StatusChange[] changes =
        [
            Make(EventKind.SyncFinished, ActorKind.Connector, sync: "s9"),
            Make(EventKind.Deactivated, ActorKind.Person),
            Make(EventKind.Deactivated, ActorKind.ApiKey, "Billing"),
            Make(EventKind.IdleDeadlineReached, ActorKind.Rule),
            Make(EventKind.SyncFinished, ActorKind.Connector, sync: "s8", to: IntegrationStatus.CredentialsInvalid),
            Make(EventKind.SyncFinished, ActorKind.Connector, sync: "s7", from: IntegrationStatus.Active, to: IntegrationStatus.QualityAssurance),
            Make(
                EventKind.SyncFinished,
                ActorKind.Connector,
                sync: "s6",
                from: IntegrationStatus.CredentialsInvalid,
                to: IntegrationStatus.QualityAssurance),
            Make(EventKind.SyncFinished, ActorKind.Connector),
        ];
        var causes = Render<StatusTimeline>(p => p.Add(t => t.IntegrationId, "x").Add(t => t.Changes, changes)).FindAll(".cause");

        Assert.Equal(
            [
                "Sync s9",
                "Switched off by someone on the dashboard",
                "Switched off by Billing",
                "Idle rule: 14 days without an API request",
                "Refused for 72 hours: the authentication rule paused syncing",
                "The first sync was not clean: the quality-assurance rule paused syncing",
                "Sync s6",
                "A sync ended",
            ],
            causes.Select(cause => cause.TextContent.Trim()));
        Assert.Equal("/integrations/x/syncs/s9", causes[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("/integrations/x/syncs/s7", causes[5].QuerySelector("a")!.GetAttribute("href"));
    }
}
