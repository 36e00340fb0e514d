using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>What time alone changes, and what API requests have to do with it.</summary>
public sealed class LedgerTimeTests : StoreTest
{
    private static readonly TimeSpan IdleLimit = StatusRules.Default.IdleLimit;

    [Fact]
    public async Task An_idle_development_integration_becomes_inactive_at_exactly_the_limit()
    {
        var integration = await Store.AddAsync(Store.Development);
        var deadline = Store.Now + IdleLimit;
        Store.Time.Advance(IdleLimit - TimeSpan.FromTicks(1));
        var before = Store.Dump();
        await Store.Ledger.SettleDueAsync();
        Assert.Equal(before, Store.Dump());

        Store.Time.Advance(TimeSpan.FromTicks(1));
        await Store.Ledger.SettleDueAsync();

        var row = await Store.ReadAsync(integration);
        Assert.Equal(IntegrationStatus.Inactive, row.Status);
        Assert.Equal(new Inactivity(deadline, Actor.Rule), row.Facts.Inactivity);
        Assert.Null(row.NextChangeAt);
        var change = (await Store.HistoryAsync(integration))[^1];
        Assert.Equal((deadline, EventKind.IdleDeadlineReached, ActorKind.Rule), (change.At, change.Cause, change.ActorKind));
        Assert.Equal(["1|1", "8|0"], Store.Rows("SELECT Status, Count FROM StatusCounts ORDER BY Status"));
        Assert.Equal(["active|inactive"], Store.Rows("SELECT \"From\", \"To\" FROM Outbox WHERE Type = 'integration-state-changed'"));
    }

    [Fact]
    public async Task A_production_integration_never_becomes_idle()
    {
        var integration = await Store.AddAsync(Store.Production);
        Assert.Null(integration.NextChangeAt);
        Store.Time.Advance(TimeSpan.FromDays(3650));
        await Store.Ledger.SettleDueAsync();

        Assert.Equal(IntegrationStatus.Active, (await Store.ReadAsync(integration)).Status);
    }

    [Fact]
    public async Task Everything_that_is_due_is_settled_however_much_it_is()
    {
        const int many = 450;
        await Store.Ledger.WriteAsync(async session =>
        {
            for (var count = 0; count < many; count++)
            {
                await session.CreateIntegrationAsync(Store.Development, TestStore.New());
            }

            return 0;
        });
        Store.Time.Advance(IdleLimit);

        await Store.Ledger.SettleDueAsync();

        Assert.Equal([$"1|{many}"], Store.Rows("SELECT Status, COUNT(*) FROM Integrations GROUP BY Status"));
        Assert.Equal([$"{many}"], Store.Rows("SELECT COUNT(*) FROM StatusChanges WHERE Cause = 9"));
    }

    [Fact]
    public async Task Nothing_stays_due_after_the_pause_of_refused_credentials_or_the_erasure_has_passed()
    {
        var refused = await Store.AddAsync();
        var deleted = await Store.AddAsync();
        await Store.FinishAsync(refused, "s0", SyncState.Succeeded, Store.Now.AddMinutes(-1));
        await Store.FinishAsync(refused, "s1", SyncState.AuthenticationFailed);
        await Store.RecordAsync(deleted, new Deleted(Store.Now));
        Assert.Equal(["2"], Store.Rows("SELECT COUNT(*) FROM Integrations WHERE NextChangeAt IS NOT NULL"));
        Store.Time.Advance(TimeSpan.FromDays(14));

        await Store.Ledger.SettleDueAsync();

        Assert.Equal(["0"], Store.Rows("SELECT COUNT(*) FROM Integrations WHERE NextChangeAt IS NOT NULL"));
        Assert.Equal(IntegrationStatus.AuthenticationFailing, (await Store.ReadAsync(refused)).Status);
        Assert.Equal(IntegrationStatus.Deleted, (await Store.ReadAsync(deleted)).Status);
    }

    [Fact]
    public async Task Requests_within_a_minute_cost_no_write()
    {
        var integration = await Store.AddAsync(Store.Development);
        Store.Time.Advance(TimeSpan.FromHours(1));
        await RequestAsync(integration);
        Store.Time.Advance(TimeSpan.FromSeconds(59));
        var before = Store.Dump();

        await RequestAsync(integration);
        Assert.Equal(before, Store.Dump());

        Store.Time.Advance(TimeSpan.FromSeconds(1));
        await RequestAsync(integration);
        Assert.Equal(Store.Now, (await Store.ReadAsync(integration)).Facts.IdleSince);
    }

    // The clock of a connector may be ahead of ours.
    [Fact]
    public async Task Requests_within_a_minute_cost_no_write_behind_a_sync_that_ends_in_the_future_either()
    {
        var integration = await Store.AddAsync(Store.Development);
        await Store.FinishAsync(integration, "s1", SyncState.Succeeded, Store.Now.AddHours(1));
        Store.Time.Advance(TimeSpan.FromSeconds(59));
        var before = Store.Dump();

        await RequestAsync(integration);

        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task Many_requests_move_one_row_along_and_put_the_limit_off()
    {
        var integration = await Store.AddAsync(Store.Development);
        for (var day = 0; day < 10; day++)
        {
            Store.Time.Advance(TimeSpan.FromDays(1));
            await RequestAsync(integration);
        }

        Assert.Equal([$"{Store.Now.UtcTicks}"], Store.Rows("SELECT At FROM Events"));
        Assert.Equal(Store.Now + IdleLimit, (await Store.ReadAsync(integration)).NextChangeAt);
    }

    // Each request came within the limit of the one before; the rows that are left have to say so too.
    [Fact]
    public async Task A_late_sync_does_not_find_idleness_between_requests()
    {
        var integration = await Store.AddAsync(Store.Development);
        for (var times = 0; times < 8; times++)
        {
            Store.Time.Advance(TimeSpan.FromDays(10));
            await RequestAsync(integration);
        }

        await Store.FinishAsync(integration, "late", SyncState.Succeeded, TestStore.Start.AddDays(1));

        Assert.Equal([IntegrationStatus.Active], (await Store.HistoryAsync(integration)).Select(c => c.To));
        Assert.Null((await Store.ReadAsync(integration)).Facts.Inactivity);
    }

    [Fact]
    public async Task Requests_to_production_are_never_written_however_late_they_come()
    {
        var integration = await Store.AddAsync(Store.Production);
        await Store.FinishAsync(integration, "s1", SyncState.Succeeded, Store.Now.AddHours(1));
        var before = Store.Dump();

        Store.Time.Advance(TimeSpan.FromMinutes(30));
        await RequestAsync(integration);
        Store.Time.Advance(TimeSpan.FromDays(30));
        await RequestAsync(integration);

        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task A_reactivation_counts_the_limit_anew()
    {
        var integration = await Store.AddAsync(Store.Development);
        Store.Time.Advance(IdleLimit + TimeSpan.FromDays(1));

        // Nobody has settled it yet: the event itself finds that the limit has passed.
        await Store.RecordAsync(integration, new Activated(Store.Now));

        Assert.Equal(Store.Now + IdleLimit, (await Store.ReadAsync(integration)).NextChangeAt);
        Assert.Equal(
            [IntegrationStatus.Active, IntegrationStatus.Inactive, IntegrationStatus.Active],
            (await Store.HistoryAsync(integration)).Select(c => c.To));
    }

    [Fact]
    public async Task An_integration_imported_long_after_its_creation_counts_from_the_moment_it_is_watched()
    {
        var old = TestStore.New() with { CreatedAt = Store.Now.AddYears(-1) };
        var integration = await Store.Ledger.CreateIntegrationAsync(Store.Development, old);
        Assert.Equal(IntegrationStatus.Active, integration.Status);

        var silent = await Store.Ledger.CreateIntegrationAsync(Store.Development, old with { WatchedSince = Store.Now - IdleLimit });
        Assert.Equal(IntegrationStatus.Inactive, silent.Status);
        Assert.Equal(
            [(Store.Now.AddYears(-1), IntegrationStatus.Active), (Store.Now, IntegrationStatus.Inactive)],
            (await Store.HistoryAsync(silent)).Select(c => (c.At, c.To)));
    }

    private Task<Integration> RequestAsync(Integration integration) =>
        Store.RecordAsync(integration, new ApiRequested(Store.Now) { Actor = new Actor(ActorKind.ApiKey, "key") });
}
