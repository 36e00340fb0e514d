using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>One event, one transaction: all that follows from it is there, or nothing.</summary>
public sealed class LedgerTransactionTests : StoreTest
{
    [Fact]
    public async Task A_creation_writes_facts_status_history_count_and_message()
    {
        var integration = await Store.AddAsync(Store.Development, setup: SetupStatus.Incomplete);

        var row = await Store.ReadAsync(integration);
        Assert.StartsWith("personio:", row.Id, StringComparison.Ordinal);
        Assert.Equal("personio:".Length + Secrets.IntegrationIdLength, row.Id.Length);
        Assert.Equal(IntegrationStatus.Setup, row.Status);
        Assert.Equal(Store.Now + StatusRules.Default.IdleLimit, row.NextChangeAt);
        Assert.Equal(Store.Now.UtcTicks, row.SinceKey);
        var change = Assert.Single(await Store.HistoryAsync(integration));
        Assert.Equal((null, IntegrationStatus.Setup, EventKind.Created), (change.From, change.To, change.Cause));
        Assert.Equal([$"integration-created|{integration.Id}"], Store.Rows("SELECT Type, IntegrationId FROM Outbox"));
        Assert.Equal(["4|1"], Counts());
        Assert.Single((await Store.Integrations.ListAsync(Store.Workspace, new(), default)).Items);
    }

    [Fact]
    public async Task An_end_of_a_sync_writes_facts_status_history_counts_and_messages()
    {
        var integration = await Store.AddAsync();
        await Store.FinishAsync(integration, "s1", SyncState.Succeeded, Store.Now.AddHours(-1));
        await Store.FinishAsync(integration, "s2", SyncState.Failed, error: "It broke");

        var row = await Store.ReadAsync(integration);
        Assert.Equal(("s1", "s2"), (row.Facts.FirstSync!.SyncId, row.Facts.LastSync!.SyncId));
        Assert.Equal(IntegrationStatus.SyncFailing, row.Status);
        Assert.Equal(Store.Now.UtcTicks, row.LastSyncKey);
        var change = (await Store.HistoryAsync(integration))[^1];
        Assert.Equal((IntegrationStatus.Active, IntegrationStatus.SyncFailing), (change.From!.Value, change.To));
        Assert.Equal((EventKind.SyncFinished, "s2", "It broke", Store.Now), (change.Cause, change.SyncId, change.Note, change.At));
        Assert.Equal(["6|1", "8|0"], Counts());
        Assert.Equal(
            [
                "integration-created|||",
                "sync-finished|s1||",
                "sync-finished|s2||",
                "integration-state-changed|s2|active|sync-failing",
            ],
            Store.Rows("SELECT Type, SyncId, \"From\", \"To\" FROM Outbox ORDER BY Id"));
    }

    [Fact]
    public async Task An_event_of_a_person_keeps_who_it_was()
    {
        var integration = await Store.AddAsync();
        await Store.RecordAsync(integration, new Deactivated(Store.Now) { Actor = new Actor(ActorKind.Person, "Ada") });

        var change = (await Store.HistoryAsync(integration))[^1];
        Assert.Equal((ActorKind.Person, "Ada", EventKind.Deactivated), (change.ActorKind, change.ActorName, change.Cause));
        Assert.Equal(["3|1|Ada"], Store.Rows("SELECT Kind, ActorKind, ActorName FROM Events"));
        Assert.Equal(new Actor(ActorKind.Person, "Ada"), (await Store.ReadAsync(integration)).Facts.Inactivity!.Value.By);
    }

    [Fact]
    public async Task An_exception_leaves_nothing_and_the_ledger_goes_on()
    {
        var integration = await Store.AddAsync();
        var before = Store.Dump();
        var heard = 0;
        using var subscription = Store.Feed.Subscribe(Store.Workspace.WorkspaceId, _ => heard++);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Ledger.WriteAsync<int>(async session =>
        {
            await session.CreateIntegrationAsync(Store.Production, TestStore.New());
            await session.RecordSyncAsync(Store.Production, TestStore.Report(integration, "s1", SyncState.Failed, Store.Now));
            await session.AppendLogAsync(Store.Production, "s1", [TestStore.Entry(1, LogEntryLevel.Error, "It broke")]);
            await session.RecordAsync(Store.Production, integration.Id, new Deactivated(Store.Now));
            throw new InvalidOperationException("Changed my mind.");
        }));

        Assert.Equal(before, Store.Dump());
        Assert.Equal(0, heard);
        await Store.FinishAsync(integration, "s1", SyncState.Succeeded);
        Assert.Equal(1, heard);
    }

    [Fact]
    public async Task A_refused_report_leaves_nothing_and_the_session_goes_on()
    {
        var integration = await Store.AddAsync();
        await Store.FinishAsync(integration, "s1", SyncState.Succeeded);
        var before = Store.Dump();

        await Store.Ledger.WriteAsync(async session =>
        {
            await Assert.ThrowsAsync<RefusedReportException>(() =>
                session.RecordSyncAsync(Store.Production, TestStore.Report(integration, "s1", SyncState.Failed, Store.Now)));
            await Assert.ThrowsAsync<UnknownIdException>(() => session.RecordAsync(Store.Production, "personio:none", new Deactivated(Store.Now)));
            return 0;
        });
        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task History_that_nobody_is_to_hear_of_sends_no_messages()
    {
        await Store.Ledger.WriteAsync(
            async session =>
            {
                var integration = await session.CreateIntegrationAsync(Store.Production, TestStore.New());
                return await session.RecordSyncAsync(Store.Production, TestStore.Report(integration, "s1", SyncState.Failed, Store.Now));
            },
            tellsOutside: false);

        Assert.Empty(Store.Rows("SELECT * FROM Outbox"));
        Assert.Equal(["2"], Store.Rows("SELECT COUNT(*) FROM StatusChanges"));
    }

    [Fact]
    public async Task Progress_of_an_import_is_written_with_its_batch()
    {
        await Store.Ledger.WriteAsync(async session =>
        {
            var progress = await session.ImportProgressAsync("file");
            progress.Offset = 100;
            progress.Lines = 3;
            return 0;
        });

        Assert.Equal(
            (100, 3),
            await Store.Ledger.WriteAsync(async session => await session.ImportProgressAsync("file") is var p ? (p.Offset, p.Lines) : default));
    }

    private IReadOnlyList<string> Counts() => Store.Rows("SELECT Status, Count FROM StatusCounts ORDER BY Status");
}
