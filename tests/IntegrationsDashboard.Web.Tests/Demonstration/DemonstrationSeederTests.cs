using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Web.Tests.Demonstration;

public sealed class DemonstrationSeederTests
{
    private static readonly WorkspaceScope Scope = new(1);

    [Theory]
    [InlineData(Instants.Ordinary)]
    [InlineData(Instants.SummerTimeBegins)]
    [InlineData(Instants.YearBegins)]
    public async Task Every_integration_has_its_intended_status_and_every_problem_its_evidence(string instant)
    {
        var now = Instants.Parse(instant);
        await using var store = await DemonstrationStore.SeededAsync(now);
        var shown = await ListAsync(store);

        var intended = DemonstrationPlan.Integrations(now, StatusRules.Default).ToDictionary(i => i.New.Id!, i => i.Intended);
        Assert.Equal(intended.Order(ByKey), shown.ToDictionary(i => i.Id, i => i.Evaluation.Status).Order(ByKey));
        foreach (var integration in shown)
        {
            await AssertEvidenceAsync(store, integration);
        }

        await AssertStoredAsync(store, now, shown);
    }

    [Fact]
    public async Task Removing_it_leaves_none_of_it()
    {
        await using var store = await DemonstrationStore.SeededAsync(Instants.Parse(Instants.Ordinary));
        Assert.True(await store.Get<IntegrationQueries>().HasDemonstrationAsync(Scope, TestContext.Current.CancellationToken));

        var removed = await store.Get<Ledger>().RemoveDemonstrationAsync(Scope, TestContext.Current.CancellationToken);

        Assert.True(removed >= 40);
        await using var db = await store.OpenAsync();
        Assert.Empty(db.Integrations);
        Assert.Empty(db.Syncs);
        Assert.Empty(db.LogEntries);
        Assert.Empty(db.LogBodies);
        Assert.Empty(db.Events);
        Assert.Empty(db.StatusChanges);
        Assert.Empty(db.Outbox);
        Assert.All(db.StatusCounts, count => Assert.Equal(0, count.Count));
        Assert.Single(db.Workspaces);
        Assert.False(await store.StartAsync(DemonstrationStore.Development, TestContext.Current.CancellationToken));
        Assert.Empty(db.Integrations);
    }

    [Fact]
    public async Task A_second_start_adds_nothing()
    {
        await using var store = await DemonstrationStore.SeededAsync(Instants.Parse(Instants.Ordinary));
        var before = await CountAsync(store);

        store.Time.Advance(TimeSpan.FromDays(1));
        Assert.False(await store.StartAsync(DemonstrationStore.Development, TestContext.Current.CancellationToken));

        Assert.Equal(before, await CountAsync(store));
    }

    [Fact]
    public async Task A_late_report_does_not_undo_what_kept_an_integration_awake()
    {
        var ct = TestContext.Current.CancellationToken;
        var now = Instants.Parse(Instants.Ordinary);
        await using var store = await DemonstrationStore.EmptyAsync(now);
        await store.StartAsync(DemonstrationStore.Development with { Demonstration = false }, ct);
        var plan = DemonstrationPlan.Integrations(now, StatusRules.Default).Single(i => i.Steps.Any(step => step.Event is ApiRequested));
        await using var db = await store.OpenAsync();
        var scope = Scope with { EnvironmentId = db.Environments.Single(e => e.Kind == plan.Environment).Id };
        var ledger = store.Get<Ledger>();
        await ledger.CreateIntegrationAsync(scope, plan.New, ct);
        foreach (var @event in plan.Steps.Select(step => step.Event).OfType<ApiRequested>())
        {
            await ledger.RecordAsync(scope, plan.New.Id!, @event, ct);
        }

        foreach (var sync in plan.Steps.Select(step => step.Sync).OfType<DemonstrationSync>().Take(3))
        {
            var integration = await ledger.RecordSyncAsync(scope, sync.Report, ct);

            Assert.Equal(IntegrationStatus.Active, integration.Status);
        }
    }

    [Fact]
    public async Task A_start_that_is_broken_off_leaves_the_store_empty()
    {
        await using var store = await DemonstrationStore.EmptyAsync(Instants.Parse(Instants.Ordinary));
        using var breakingOff = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.StartAsync(DemonstrationStore.Development, breakingOff.Token));

        await using var db = await store.OpenAsync();
        Assert.Empty(db.Workspaces);
        Assert.Empty(db.Integrations);
        Assert.Empty(db.Syncs);
    }

    private static Comparer<KeyValuePair<string, IntegrationStatus>> ByKey { get; } =
        Comparer<KeyValuePair<string, IntegrationStatus>>.Create((left, right) => string.CompareOrdinal(left.Key, right.Key));

    private static async Task<IReadOnlyList<IntegrationView>> ListAsync(DemonstrationStore store)
    {
        var page = await store.Get<IntegrationQueries>().ListAsync(
            Scope, new IntegrationFilter(), IntegrationSort.Attention, size: 200, ct: TestContext.Current.CancellationToken);
        return page.Items;
    }

    private static async Task AssertEvidenceAsync(DemonstrationStore store, IntegrationView integration)
    {
        var ct = TestContext.Current.CancellationToken;
        if (integration.Evaluation is not { Reason.Message: { } message, Evidence: { SyncId: { } syncId, Entry: { } seq } })
        {
            Assert.DoesNotContain(integration.Evaluation.Status, new[]
            {
                IntegrationStatus.CredentialsInvalid,
                IntegrationStatus.QualityAssurance,
                IntegrationStatus.AuthenticationFailing,
                IntegrationStatus.SyncFailing,
                IntegrationStatus.SyncHasWarnings,
            });
            return;
        }

        var sync = await store.Get<SyncQueries>().FindAsync(Scope, integration.Id, syncId, ct);
        Assert.NotNull(sync);
        var entries = await store.Get<LogQueries>().EntriesAsync(sync, new LogFilter(), seq, backward: false, size: 1, ct);
        var entry = Assert.Single(entries);
        Assert.Equal(seq, entry.Seq);
        Assert.Equal(sync.State == SyncState.PartiallyFailed ? LogEntryLevel.Warning : LogEntryLevel.Error, entry.Level);
        Assert.Equal(message, entry.Message);
        Assert.InRange(seq, 5, sync.LogCount - 3);
    }

    private static async Task AssertStoredAsync(DemonstrationStore store, DateTimeOffset now, IReadOnlyList<IntegrationView> shown)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = await store.OpenAsync();
        Assert.All(db.Integrations, integration => Assert.True(integration.IsDemonstration && integration.CreatedAt <= now));
        var counts = await store.Get<IntegrationQueries>().CountsAsync(Scope, new IntegrationFilter(), ct);
        Assert.Equal(shown.CountBy(i => i.Evaluation.Status).Order(ByStatus), counts.Where(count => count.Value > 0).Order(ByStatus));
        Assert.Contains(
            shown, integration => integration.RunningSyncId is not null && integration.Evaluation.Status != IntegrationStatus.Active);
        Assert.Empty(db.Outbox);
        Assert.True(await db.Syncs.AllAsync(sync => sync.StartedAt <= now && (sync.EndedAt == null || sync.EndedAt <= now), ct));
        Assert.True(await db.LogEntries.AllAsync(entry => entry.At <= now, ct));
        Assert.True(await db.Events.AllAsync(@event => @event.At <= now, ct));
        Assert.True(await db.StatusChanges.AllAsync(change => change.At <= now, ct));
    }

    private static Comparer<KeyValuePair<IntegrationStatus, int>> ByStatus { get; } =
        Comparer<KeyValuePair<IntegrationStatus, int>>.Create((left, right) => left.Key.CompareTo(right.Key));

    private static async Task<(int Integrations, int Syncs, int Entries, int Changes)> CountAsync(DemonstrationStore store)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = await store.OpenAsync();
        return (
            await db.Integrations.CountAsync(ct),
            await db.Syncs.CountAsync(ct),
            await db.LogEntries.CountAsync(ct),
            await db.StatusChanges.CountAsync(ct));
    }
}
