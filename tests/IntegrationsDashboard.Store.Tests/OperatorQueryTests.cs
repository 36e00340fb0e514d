using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

public sealed class OperatorQueryTests : StoreTest
{
    [Fact]
    public async Task The_queue_holds_what_waits_in_all_workspaces_the_longest_waiting_first()
    {
        var other = await Store.AddWorkspaceAsync();
        var second = await WaitingAsync(other, Store.Now.AddHours(-2));
        var fourth = await WaitingAsync(other, Store.Now);
        var first = await WaitingAsync(Store.Production, Store.Now.AddHours(-3));
        var third = await WaitingAsync(Store.Development, Store.Now.AddHours(-1));
        await Store.FinishAsync(await Store.AddAsync(), "clean", SyncState.Succeeded);
        await Store.AddAsync(other);

        var waiting = await Store.Operators.WaitingAsync(10);

        Assert.Equal([first.Id, second.Id, third.Id, fourth.Id], waiting.Select(item => item.Integration.Id));
        Assert.Equal(["Acme", "Other", "Acme", "Other"], waiting.Select(item => item.WorkspaceName));
        Assert.Equal(second.WorkspaceId, waiting[1].WorkspaceId);
        Assert.Equal([first.Id, second.Id, third.Id], (await Store.Operators.WaitingAsync(3)).Select(item => item.Integration.Id));
        Assert.Equal(4, await Store.Operators.CountAsync());
    }

    [Fact]
    public async Task What_was_resolved_switched_off_or_left_idle_waits_no_more()
    {
        var resolved = await WaitingAsync(Store.Production, Store.Now);
        var off = await WaitingAsync(Store.Production, Store.Now);
        await WaitingAsync(Store.Development, Store.Now);
        Assert.Equal(3, await Store.Operators.CountAsync());

        await Store.RecordAsync(resolved, new QaResolved(Store.Now));
        await Store.RecordAsync(off, new Deactivated(Store.Now));
        Assert.Equal(1, await Store.Operators.CountAsync());
        Store.Time.Advance(StatusRules.Default.IdleLimit);

        Assert.Empty(await Store.Operators.WaitingAsync(10));
    }

    [Fact]
    public async Task It_is_told_whether_a_test_sync_can_be_run_and_is_queued()
    {
        var reported = await WaitingAsync(Store.Production, Store.Now.AddHours(-1));
        var connected = await Store.Ledger.WriteAsync(session => session.ConnectAsync(
            Store.Production, TestStore.New(), new NewConnection("http://localhost/", "", TimeSpan.FromHours(3), null)));
        var claimed = Assert.Single(await Store.Ledger.ClaimDueAsync("test", 1, TimeSpan.FromMinutes(1)));
        await Store.Ledger.FinishSyncAsync(claimed, new SyncEnd(SyncState.Failed, null, []));

        Assert.Equal([(reported.Id, false, false), (connected.Id, true, false)], await ToldAsync());

        await Store.Ledger.WriteAsync(session => session.RequestSyncAsync(Store.Workspace, connected.Id, null, SyncPurpose.QualityAssurance));

        Assert.Equal([(reported.Id, false, false), (connected.Id, true, true)], await ToldAsync());
    }

    [Fact]
    public async Task The_problems_of_a_sync_are_its_first_warnings_and_errors()
    {
        var integration = await WaitingAsync(Store.Production, Store.Now);
        var syncId = integration.Facts.FirstSync!.SyncId;
        await Store.Ledger.AppendLogAsync(
            Store.Production, syncId, [.. Enumerable.Range(0, 40).Select(seq => TestStore.Entry(seq, (LogEntryLevel)(seq % 4), $"line {seq}"))]);

        var problems = await Store.Operators.ProblemsAsync(integration.WorkspaceId, integration.Id, syncId, 3);

        Assert.Equal([(2, "line 2"), (3, "line 3"), (6, "line 6")], problems.Select(entry => (entry.Seq, entry.Message)));
        var other = await Store.AddWorkspaceAsync();
        Assert.Empty(await Store.Operators.ProblemsAsync(other.WorkspaceId, integration.Id, syncId, 3));
    }

    [Fact]
    public async Task The_customer_finds_the_note_that_went_with_the_resolution()
    {
        var integration = await WaitingAsync(Store.Production, Store.Now.AddHours(-1));
        await Store.RecordAsync(integration, new QaResolved(Store.Now, "The departments are read now."));
        await Store.FinishAsync(integration, "next", SyncState.Failed, Store.Now.AddMinutes(1), "It is down.");
        var resolvedAt = (await Store.ReadAsync(integration)).Facts.QaResolvedAt!.Value;

        Assert.Equal("The departments are read now.", await Store.Integrations.ResolutionNoteAsync(Store.Production, integration.Id, resolvedAt));
        Assert.Null(await Store.Integrations.ResolutionNoteAsync(Store.Development, integration.Id, resolvedAt));
    }

    private async Task<Integration> WaitingAsync(WorkspaceScope scope, DateTimeOffset since)
    {
        var integration = await Store.AddAsync(scope);
        return await Store.FinishAsync(integration, $"first-{integration.Id}", SyncState.PartiallyFailed, since);
    }

    private async Task<IEnumerable<(string Id, bool HasConnection, bool IsQueued)>> ToldAsync() =>
        (await Store.Operators.WaitingAsync(10)).Select(item => (item.Integration.Id, item.HasConnection, item.IsQueued));
}
