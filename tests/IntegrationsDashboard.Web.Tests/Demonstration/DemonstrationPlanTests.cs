using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Catalogue;
using IntegrationsDashboard.Web.Demonstration;

namespace IntegrationsDashboard.Web.Tests.Demonstration;

public sealed class DemonstrationPlanTests
{
    private static readonly DateTimeOffset Now = Instants.Parse(Instants.Ordinary);

    private static List<DemonstrationIntegration> Plan { get; } = PlanAt(Now);

    [Fact]
    public void It_shows_many_tools_in_both_environments_and_all_categories()
    {
        Assert.True(Plan.Count >= 40);
        Assert.True(Plan.Select(integration => integration.New.Tool).Distinct().Count() >= 25);
        Assert.All(Plan, integration => Assert.Contains(integration.New.Tool, ToolCatalogue.All.Keys));
        Assert.Equal(Enum.GetValues<EnvironmentKind>(), Plan.Select(integration => integration.Environment).Distinct().Order());
        Assert.Equal(Enum.GetValues<Category>(), Plan.Select(integration => integration.New.Category).Distinct().Order());
        Assert.Equal(Enum.GetValues<IntegrationStatus>(), Plan.Select(integration => integration.Intended).Distinct().Order());
    }

    [Fact]
    public void The_same_instant_gives_the_same_demonstration()
    {
        static IEnumerable<string> Told(IEnumerable<DemonstrationIntegration> plan) =>
            from integration in plan
            from step in integration.Steps
            select string.Concat(
                integration.New.Id, step.Event, step.Sync?.Report.SyncId, step.Sync?.Report.EndedAt, string.Concat(step.Sync?.Log() ?? []));

        Assert.Equal(Told(Plan), Told(PlanAt(Now)));
    }

    [Theory]
    [InlineData(Instants.Ordinary)]
    [InlineData(Instants.SummerTimeBegins)]
    [InlineData(Instants.SummerTimeEnds)]
    [InlineData(Instants.AmericanSummerTimeBegins)]
    [InlineData(Instants.YearBegins)]
    [InlineData(Instants.LeapDay)]
    public void Every_history_is_told_in_the_order_of_time_and_ends_by_now(string instant)
    {
        var now = Instants.Parse(instant);
        Assert.All(PlanAt(now), integration =>
        {
            var times = integration.Steps.Select(step => step.Event?.At ?? step.Sync!.LogUntil).ToList();
            times.Insert(0, integration.New.CreatedAt!.Value);
            Assert.Equal(times.Order(), times);
            Assert.True(times[^1] <= now);
            Assert.All(integration.Steps.Select(step => step.Sync).OfType<DemonstrationSync>(), sync =>
            {
                var entries = sync.Log().Select(report => report.Entry).ToList();
                Assert.Equal(entries.Select(entry => entry.At).Order(), entries.Select(entry => entry.At));
                Assert.Equal(Enumerable.Range(0, entries.Count), entries.Select(entry => entry.Seq));
                Assert.All(entries, entry => Assert.InRange(entry.At, sync.Report.StartedAt, sync.Report.EndedAt ?? now));
            });
        });
    }

    [Theory]
    [InlineData(Instants.Ordinary)]
    [InlineData(Instants.SummerTimeBegins)]
    [InlineData(Instants.SummerTimeEnds)]
    [InlineData(Instants.AmericanSummerTimeBegins)]
    [InlineData(Instants.YearBegins)]
    [InlineData(Instants.LeapDay)]
    public void Every_history_folds_to_the_intended_status(string instant)
    {
        var now = Instants.Parse(instant);
        Assert.All(PlanAt(now), integration => Assert.Equal(integration.Intended, StatusEvaluator.Evaluate(Fold(integration), now).Status));
    }

    [Fact]
    public void Most_histories_are_weeks_long()
    {
        var weeksLong = Plan.Count(integration => Now - integration.New.CreatedAt > TimeSpan.FromDays(21) && integration.Steps.Count >= 40);

        Assert.True(weeksLong > Plan.Count / 2);
    }

    [Fact]
    public void Every_recent_sync_tells_its_whole_story()
    {
        var recent = Syncs(Plan)
            .Where(sync => sync.Report.EndedAt > Now - TimeSpan.FromDays(2.5) && sync.Detail != LogDetail.Long)
            .ToList();

        Assert.NotEmpty(recent);
        Assert.All(recent, sync => Assert.InRange(sync.Log().Count, 25, 80));
    }

    [Fact]
    public void One_log_is_long()
    {
        var sync = Assert.Single(Syncs(Plan), sync => sync.Detail == LogDetail.Long);
        var log = sync.Log();

        Assert.InRange(log.Count, 4_500, 6_000);
        Assert.InRange(log.First(report => report.Entry.Level == LogEntryLevel.Warning).Entry.Seq, 1_000, log.Count - 1_000);
    }

    [Fact]
    public void Messages_are_short_and_calm()
    {
        var messages = Syncs(Plan)
            .SelectMany(sync => sync.Log().Select(report => report.Entry.Message).Append(sync.Report.Error))
            .OfType<string>();

        Assert.All(messages, message =>
        {
            Assert.InRange(message.Length, 1, 200);
            Assert.DoesNotContain('!', message);
        });
    }

    [Fact]
    public void Nobody_can_be_reached_at_its_addresses()
    {
        string[] reserved = ["example", "example.com", "example.org"];
        bool IsReserved(string host) => reserved.Any(domain => host == domain || host.EndsWith($".{domain}", StringComparison.Ordinal));

        Assert.All(Plan, integration => Assert.True(IsReserved(integration.New.EndUser.CreatorEmail!.Split('@')[1])));
        Assert.All(
            Syncs(Plan).SelectMany(sync => sync.Log()).Select(report => report.Entry.HttpUrl).OfType<string>().Distinct(),
            url => Assert.True(IsReserved(new Uri(url).Host)));
    }

    [Fact]
    public void Bodies_hold_no_credentials_and_are_readable()
    {
        var bodies = Syncs(Plan)
            .SelectMany(sync => sync.Log())
            .SelectMany(report => new[] { report.RequestBody, report.ResponseBody })
            .OfType<string>();

        Assert.All(bodies.Distinct(), body =>
        {
            using var json = System.Text.Json.JsonDocument.Parse(body);
            foreach (var field in json.RootElement.EnumerateObject().Where(f => f.Name is "client_id" or "client_secret" or "access_token"))
            {
                Assert.Equal("[redacted]", field.Value.GetString());
            }
        });
    }

    private static List<DemonstrationIntegration> PlanAt(DateTimeOffset now) =>
        [.. DemonstrationPlan.Integrations(now, StatusRules.Default)];

    private static IEnumerable<DemonstrationSync> Syncs(IEnumerable<DemonstrationIntegration> plan) =>
        plan.SelectMany(integration => integration.Steps).Select(step => step.Sync).OfType<DemonstrationSync>();

    private static IntegrationFacts Fold(DemonstrationIntegration integration)
    {
        NewIntegration created = integration.New;
        var facts = IntegrationFacts.Created(integration.Environment, created.CreatedAt!.Value, created.WatchedSince!.Value, created.Setup);
        foreach (var step in integration.Steps)
        {
            if (step.Event is { } @event)
            {
                facts = facts.Apply(@event);
            }
            else if (step.Sync!.Report is { EndedAt: { } endedAt } report)
            {
                facts = facts.Apply(new SyncFinished(new SyncReference(report.SyncId, report.State, endedAt)));
            }
        }

        return facts;
    }
}
