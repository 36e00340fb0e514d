using Bunit;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Insights;
using IntegrationsDashboard.Web.Components.Shared;
using Microsoft.AspNetCore.Components.Web;

namespace IntegrationsDashboard.Web.Tests.Components;

/// <summary>What helps to understand an integration.</summary>
public sealed class InsightComponentsTests : ComponentTest
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now.UtcDateTime);

    private static UptimeDay[] Days =>
    [
        new(Today.AddDays(-2), [], TimeSpan.Zero, TimeSpan.Zero),
        new(Today.AddDays(-1), [IntegrationStatus.Active], TimeSpan.FromHours(24), TimeSpan.Zero),
        new(Today, [IntegrationStatus.SyncFailing, IntegrationStatus.Active], TimeSpan.FromHours(3), TimeSpan.FromHours(6)),
    ];

    [Fact]
    public void Each_day_has_the_colour_and_height_of_its_worst_status_and_a_row_of_the_table()
    {
        var strip = Render<UptimeStrip>(p => p.Add(s => s.Days, Days));

        Assert.Equal([null, "active", "sync-failing"], strip.FindAll(".day").Select(day => day.GetAttribute("data-status")));
        Assert.Equal(["unknown", "calm", "full"], strip.FindAll(".day").Select(day => day.GetAttribute("data-height")));
        Assert.Equal("81.8%", strip.Find(".share strong").TextContent);
        Assert.Equal(
            ["Tue 24 Nov|Sync Failing, Active|33.3%", "Mon 23 Nov|Active|100%", "Sun 22 Nov|nothing known|–"],
            strip.FindAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))));
    }

    [Fact]
    public async Task The_arrows_go_from_day_to_day_and_stop_at_the_ends()
    {
        var strip = Render<UptimeStrip>(p => p.Add(s => s.Days, Days));
        async Task PressAsync(string key) => await strip.Find("[role=slider]").KeyDownAsync(new KeyboardEventArgs { Key = key });

        Assert.Empty(strip.FindAll(".chosen"));
        await PressAsync("ArrowLeft");
        Assert.Equal("Tue 24 Nov: Sync Failing, Active (33.3% working)", strip.Find(".chosen").TextContent);
        await PressAsync("ArrowLeft");
        Assert.Equal("Mon 23 Nov: Active (100% working)", strip.Find("[role=slider]").GetAttribute("aria-valuetext"));
        await PressAsync("ArrowLeft");
        await PressAsync("ArrowLeft");
        Assert.Equal("1", strip.Find("[role=slider]").GetAttribute("aria-valuenow"));
        await strip.FindAll(".day")[2].ClickAsync(new());
        Assert.Equal("3", strip.Find("[role=slider]").GetAttribute("aria-valuenow"));
    }

    [Fact]
    public void A_chart_stacks_its_series_and_says_the_same_in_a_table()
    {
        ChartSeries[] series = [new("Good", "active", value => $"{value}"), new("Bad", "sync-failing", value => $"{value}")];
        ChartDay[] days = [new(Today.AddDays(-1), [3, 1]), new(Today, [null, null])];
        var chart = Render<DayChart>(p => p.Add(c => c.Name, "x").Add(c => c.Title, "Syncs").Add(c => c.Series, series).Add(c => c.Days, days));

        Assert.Equal(["active", "sync-failing"], chart.FindAll("rect[data-status]").Select(bar => bar.GetAttribute("data-status")));
        Assert.Equal("Mon 23 Nov: Good 3, Bad 1", chart.Find("title").TextContent);
        Assert.Equal(["Tue 24 Nov|–|–", "Mon 23 Nov|3|1"], chart.FindAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))));
    }

    [Fact]
    public void A_chart_of_nothing_says_so()
    {
        var chart = Render<DayChart>(p => p
            .Add(c => c.Name, "x").Add(c => c.Title, "Syncs").Add(c => c.Series, [new("Good", null, value => $"{value}")]).Add(c => c.Days, [new(Today, [0])]));

        Assert.Empty(chart.FindAll("svg"));
        Assert.Equal("No sync ended in these days.", chart.Find(".nothing").TextContent);
    }

    [Fact]
    public void What_changed_leads_to_both_syncs_and_says_what_happened_and_what_is_missing()
    {
        var good = Make("good", SyncState.Succeeded, new SyncModel("employees", 410), new SyncModel("groups", 12));
        var bad = Make("bad", SyncState.Failed, new SyncModel("employees", 410), new SyncModel("groups", 0));
        bad.Error = "No answer.";
        var relapse = new Relapse(good, bad, [new RelapseEvent(Now, EventKind.CredentialsReplaced, null, new Actor(ActorKind.Person, "Ada"))]);

        var panel = Render<WhatChanged>(p => p.Add(w => w.IntegrationId, "x").Add(w => w.Relapse, relapse).Add(w => w.Known, "Something else."));

        Assert.Equal(["/integrations/x/syncs/good", "/integrations/x/syncs/bad"], panel.FindAll(".side a").Select(link => link.GetAttribute("href")));
        Assert.Equal("/integrations/x/syncs/compare?a=good&b=bad", panel.Find("a.compare").GetAttribute("href"));
        Assert.StartsWith("New credentials, confirmed by Ada", panel.Find(".between li").TextContent, StringComparison.Ordinal);
        Assert.Equal("groups 12 → 0", Assert.Single(panel.FindAll(".models li")).TextContent);
        Assert.Equal("No answer.", panel.Find("blockquote").TextContent);
    }

    [Fact]
    public void What_the_status_says_already_is_not_said_twice()
    {
        var bad = Make("bad", SyncState.Failed);
        bad.Error = "No answer after 31 s.";
        var panel = Render<WhatChanged>(p => p
            .Add(w => w.IntegrationId, "x")
            .Add(w => w.Relapse, new Relapse(Make("good", SyncState.Succeeded), bad, []))
            .Add(w => w.Known, "No answer after 29 s."));

        Assert.Empty(panel.FindAll("blockquote"));
        Assert.Contains("Nothing was changed here.", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_syncs_stand_side_by_side_with_what_they_differ_in()
    {
        var comparison = new SyncComparison(
            Make("one", SyncState.Succeeded, new SyncModel("employees", 1_410)), Make("two", SyncState.Failed, new SyncModel("employees", 10)), [], [], true);

        var facts = Render<ComparisonFacts>(p => p.Add(f => f.Comparison, comparison));

        Assert.Equal(["employees", "1,410", "10", "−1,400"], facts.FindAll("[data-model=employees] > *").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(["Succeeded", "Failed"], facts.FindAll("[data-sync-state]").Select(badge => badge.GetAttribute("data-sync-state")));
        Assert.Empty(facts.FindAll(".note"));
    }

    [Fact]
    public void What_only_one_log_says_leads_to_its_line()
    {
        MessageCount[] messages = [new(LogEntryLevel.Error, "No answer after # s", "No answer after 30 s", 3, 7)];

        var side = Render<OnlyIn>(p => p.Add(o => o.Name, "B").Add(o => o.Sync, Make("bad", SyncState.Failed)).Add(o => o.Messages, messages));

        Assert.Equal("/integrations/x/syncs/bad?entry=7", side.Find("a").GetAttribute("href"));
        Assert.Equal(["Error", "No answer after 30 s", "× 3"], side.FindAll("a > span").Select(span => span.TextContent));
        Assert.Empty(Render<OnlyIn>(p => p.Add(o => o.Name, "A").Add(o => o.Sync, Make("good", SyncState.Succeeded)).Add(o => o.Messages, [])).FindAll("a"));
    }

    private static Sync Make(string id, SyncState state, params SyncModel[] models) => new()
    {
        EnvironmentId = 1,
        IntegrationId = "x",
        SyncId = id,
        State = state,
        Type = SyncType.Full,
        StartedAt = Now.AddMinutes(-10),
        EndedAt = Now,
        Models = models,
    };
}
