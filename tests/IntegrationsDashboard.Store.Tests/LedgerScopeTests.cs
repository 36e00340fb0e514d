using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>Nobody reaches what is not theirs, or what was deleted.</summary>
public sealed class LedgerScopeTests : StoreTest
{
    private Integration _integration = null!;
    private WorkspaceScope _foreign;

    public static TheoryData<string> Calls => ["event", "start", "end", "known sync", "log"];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Another_workspace_cannot_write(string call) => await AssertUnknownAsync(call, _foreign);

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task The_other_environment_cannot_write(string call) => await AssertUnknownAsync(call, Store.Development);

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_scope_of_two_workspaces_cannot_write(string call) =>
        await AssertUnknownAsync(call, Store.Production with { WorkspaceId = _foreign.WorkspaceId });

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Nobody_writes_to_what_was_deleted(string call)
    {
        await Store.RecordAsync(_integration, new Deleted(Store.Now));
        await AssertUnknownAsync(call, Store.Production);
    }

    [Fact]
    public async Task Nobody_creates_in_an_environment_of_another_workspace()
    {
        var before = Store.Dump();

        await Assert.ThrowsAsync<ArgumentException>(() => Store.Ledger.CreateIntegrationAsync(
            Store.Production with { WorkspaceId = _foreign.WorkspaceId }, TestStore.New()));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Ledger.CreateIntegrationAsync(Store.Workspace, TestStore.New()));

        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task A_person_of_the_workspace_writes_to_both_environments()
    {
        var development = await Store.AddAsync(Store.Development);
        foreach (var integration in new[] { _integration, development })
        {
            var written = await Store.Ledger.RecordAsync(Store.Workspace, integration.Id, new Deactivated(Store.Now));
            Assert.Equal(IntegrationStatus.Inactive, written.Status);
        }
    }

    [Fact]
    public async Task Foreign_scopes_read_nothing()
    {
        foreach (var scope in new[] { _foreign, Store.Development })
        {
            Assert.Null(await Store.Integrations.FindAsync(scope, _integration.Id));
            Assert.Empty(await Store.Integrations.StatusChangesAsync(scope, _integration.Id, 10));
            Assert.Null(await Store.Syncs.FindAsync(scope, _integration.Id, "known"));
            Assert.Empty(await Store.Syncs.ListAsync(scope, _integration.Id, null, 10));
        }
    }

    protected override async Task PrepareAsync()
    {
        _foreign = await Store.AddWorkspaceAsync();
        _integration = await Store.AddAsync();
        await Store.BeginAsync(_integration, "known");
    }

    private async Task AssertUnknownAsync(string call, WorkspaceScope scope)
    {
        var before = Store.Dump();
        Task Call() => call switch
        {
            "event" => Store.Ledger.RecordAsync(scope, _integration.Id, new Deactivated(Store.Now)),
            "start" => Store.Ledger.RecordSyncAsync(scope, TestStore.Report(_integration, "s1", SyncState.Running, Store.Now)),
            "end" => Store.Ledger.RecordSyncAsync(scope, TestStore.Report(_integration, "s1", SyncState.Failed, Store.Now)),
            "known sync" => Store.Ledger.RecordSyncAsync(scope, TestStore.Report(_integration, "known", SyncState.Failed, Store.Now)),
            _ => Store.Ledger.AppendLogAsync(scope, "known", [TestStore.Entry(1, LogEntryLevel.Error, "a")]),
        };

        await Assert.ThrowsAsync<UnknownIdException>(Call);
        Assert.Equal(before, Store.Dump());
    }
}
