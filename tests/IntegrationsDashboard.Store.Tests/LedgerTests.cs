using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>What the ledger makes of reports of syncs and of events.</summary>
public sealed class LedgerTests : StoreTest
{
    [Theory]
    [InlineData(SyncState.Running)]
    [InlineData(SyncState.Succeeded)]
    [InlineData(SyncState.AuthenticationFailed)]
    [InlineData(SyncState.Cancelled)]
    public async Task A_repeated_report_changes_nothing(SyncState state)
    {
        var integration = await Store.AddAsync();
        var report = TestStore.Report(integration, "s1", state, Store.Now, "It said so");
        await Store.Ledger.RecordSyncAsync(Store.Production, report);
        var before = Store.Dump();

        Store.Time.Advance(TimeSpan.FromHours(1));
        await Store.Ledger.RecordSyncAsync(Store.Production, report);

        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task Creating_with_a_known_id_changes_nothing_in_its_environment_and_is_refused_elsewhere()
    {
        var report = TestStore.New() with { Id = "personio:000000000000000000000001" };
        var first = await Store.Ledger.CreateIntegrationAsync(Store.Production, report);
        var before = Store.Dump();

        var again = await Store.Ledger.CreateIntegrationAsync(Store.Production, report with { Tool = "other" });
        var refused = await Assert.ThrowsAsync<RefusedReportException>(() => Store.Ledger.CreateIntegrationAsync(Store.Development, report));

        Assert.Equal(first.Id, again.Id);
        Assert.Equal("id", refused.Field);
        Assert.Equal(before, Store.Dump());
    }

    [Theory]
    [InlineData(SyncState.Failed, 0)]
    [InlineData(SyncState.Succeeded, 1)]
    public async Task A_second_end_that_contradicts_the_first_is_refused(SyncState state, int minutesLater)
    {
        var integration = await Store.AddAsync();
        await Store.FinishAsync(integration, "s1", SyncState.Succeeded);
        var before = Store.Dump();

        var refused = await Assert.ThrowsAsync<RefusedReportException>(() =>
            Store.FinishAsync(integration, "s1", state, Store.Now.AddMinutes(minutesLater)));

        Assert.Equal("state", refused.Field);
        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task The_sync_of_another_integration_is_refused()
    {
        var integration = await Store.AddAsync();
        var other = await Store.AddAsync();
        await Store.FinishAsync(integration, "s1", SyncState.Succeeded);
        var before = Store.Dump();

        var refused = await Assert.ThrowsAsync<RefusedReportException>(() => Store.FinishAsync(other, "s1", SyncState.Succeeded));

        Assert.Equal("integration_id", refused.Field);
        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task The_same_sync_id_in_two_environments_or_workspaces_names_two_syncs()
    {
        Integration[] integrations =
        [
            await Store.AddAsync(Store.Production), await Store.AddAsync(Store.Development), await Store.AddAsync(await Store.AddWorkspaceAsync()),
        ];
        SyncState[] states = [SyncState.Succeeded, SyncState.Failed, SyncState.TimedOut];
        foreach (var (integration, state) in integrations.Zip(states))
        {
            await Store.FinishAsync(integration, "s1", state);
        }

        foreach (var (integration, state) in integrations.Zip(states))
        {
            Assert.Equal(state, (await Store.Syncs.FindAsync(TestStore.ScopeOf(integration), integration.Id, "s1"))!.State);
            Assert.Equal(state, (await Store.ReadAsync(integration)).Facts.LastSync!.State);
        }
    }

    [Fact]
    public async Task A_running_sync_is_shown_beside_the_status()
    {
        var integration = await Store.AddAsync();
        await Store.FinishAsync(integration, "s1", SyncState.Failed, Store.Now.AddHours(-1));
        await Store.BeginAsync(integration, "s2");

        var row = await Store.ReadAsync(integration);
        Assert.Equal(IntegrationStatus.QualityAssurance, row.Status);
        Assert.Equal(("s2", Store.Now.AddMinutes(-10)), (row.RunningSyncId, row.RunningSince!.Value));

        await Store.FinishAsync(integration, "s2", SyncState.Succeeded);
        Assert.Null((await Store.ReadAsync(integration)).RunningSyncId);
    }

    [Fact]
    public async Task Of_two_running_syncs_the_other_stays_shown_when_one_ends()
    {
        var integration = await Store.AddAsync();
        await Store.BeginAsync(integration, "s1");
        Store.Time.Advance(TimeSpan.FromMinutes(1));
        await Store.BeginAsync(integration, "s2");
        Assert.Equal("s2", (await Store.ReadAsync(integration)).RunningSyncId);

        await Store.FinishAsync(integration, "s2", SyncState.Succeeded);

        Assert.Equal("s1", (await Store.ReadAsync(integration)).RunningSyncId);
    }

    [Fact]
    public async Task A_start_reported_after_the_end_is_ignored()
    {
        var integration = await Store.AddAsync();
        await Store.FinishAsync(integration, "s1", SyncState.Succeeded);
        var before = Store.Dump();

        await Store.BeginAsync(integration, "s1");

        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task A_start_reported_anew_is_corrected()
    {
        var integration = await Store.AddAsync();
        await Store.BeginAsync(integration, "s1");
        Store.Time.Advance(TimeSpan.FromMinutes(1));
        await Store.BeginAsync(integration, "s1");

        Assert.Equal(Store.Now.AddMinutes(-10), (await Store.ReadAsync(integration)).RunningSince);
        Assert.Equal(["1"], Store.Rows("SELECT COUNT(*) FROM Syncs"));
    }

    public static TheoryData<IntegrationEvent> Ends =>
        [new Deactivated(TestStore.Start), new Deleted(TestStore.Start)];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Switching_off_and_deleting_cancel_what_runs(IntegrationEvent end)
    {
        var integration = await Store.AddAsync();
        var other = await Store.AddAsync();
        await Store.BeginAsync(integration, "s1");
        await Store.BeginAsync(other, "s2");

        await Store.RecordAsync(integration, end);

        var sync = await Store.Syncs.FindAsync(Store.Production, integration.Id, "s1");
        Assert.Equal((SyncState.Cancelled, Store.Now), (sync!.State, sync.EndedAt!.Value));
        var row = await Store.ReadAsync(integration);
        Assert.Null(row.RunningSyncId);
        Assert.Null(row.RunningSince);
        Assert.Equal("s2", (await Store.ReadAsync(other)).RunningSyncId);
    }

    [Fact]
    public async Task A_cancelled_sync_stays_cancelled_and_counts_for_nothing()
    {
        var integration = await Store.AddAsync();
        await Store.BeginAsync(integration, "s1");
        await Store.RecordAsync(integration, new Deactivated(Store.Now));
        var before = Store.Dump();

        await Store.FinishAsync(integration, "s1", SyncState.Failed, Store.Now.AddMinutes(1));

        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task A_late_report_is_placed_where_it_belongs_and_the_history_after_it_rewritten()
    {
        var integration = await Store.AddAsync();
        var start = Store.Now;
        await Store.FinishAsync(integration, "first", SyncState.Succeeded, start);
        Store.Time.Advance(TimeSpan.FromHours(100));
        await Store.FinishAsync(integration, "refused", SyncState.AuthenticationFailed, start.AddHours(90));
        Assert.Equal(IntegrationStatus.AuthenticationFailing, (await Store.ReadAsync(integration)).Status);

        // With this one the streak spans more than three days.
        await Store.FinishAsync(integration, "late", SyncState.AuthenticationFailed, start.AddHours(10));

        Assert.Equal(IntegrationStatus.CredentialsInvalid, (await Store.ReadAsync(integration)).Status);
        Assert.Equal(
            [
                (start, IntegrationStatus.Active, null),
                (start.AddHours(10), IntegrationStatus.AuthenticationFailing, "late"),
                (start.AddHours(90), IntegrationStatus.CredentialsInvalid, (string?)"refused"),
            ],
            (await Store.HistoryAsync(integration)).Select(c => (c.At, c.To, c.SyncId)));

        // And with this one it does not any more.
        await Store.FinishAsync(integration, "later", SyncState.Succeeded, start.AddHours(50));

        Assert.Equal(
            [
                (start, IntegrationStatus.Active),
                (start.AddHours(10), IntegrationStatus.AuthenticationFailing),
                (start.AddHours(50), IntegrationStatus.Active),
                (start.AddHours(90), IntegrationStatus.AuthenticationFailing),
            ],
            (await Store.HistoryAsync(integration)).Select(c => (c.At, c.To)));
        Assert.Equal(["5|1"], Store.Rows("SELECT Status, Count FROM StatusCounts WHERE Count <> 0"));
    }

    [Fact]
    public async Task An_event_that_changes_nothing_costs_no_write()
    {
        var integration = await Store.AddAsync();
        var before = Store.Dump();

        await Store.RecordAsync(integration, new Activated(Store.Now));
        await Store.RecordAsync(integration, new SetupCompleted(Store.Now));
        await Store.RecordAsync(integration, new QaResolved(Store.Now));

        Assert.Equal(before, Store.Dump());
    }
}
