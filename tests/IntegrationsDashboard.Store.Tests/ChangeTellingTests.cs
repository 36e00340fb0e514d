using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>A change says from which status to which, and who caused it.</summary>
public sealed class ChangeTellingTests : StoreTest
{
    private readonly List<IntegrationChanged> _heard = [];

    [Fact]
    public async Task What_a_person_did_names_the_person()
    {
        var ada = await Store.AddMemberAsync("Ada", Model.Role.Member);
        var integration = await Store.AddAsync();
        var scope = Store.Production with { By = TestStore.By(ada, Rights.Read | Rights.Act) };
        using var subscription = Listen();

        await Store.Ledger.RecordAsync(scope, integration.Id, new Deactivated(Store.Now));
        await Store.Ledger.RecordAsync(scope, integration.Id, new Activated(Store.Now));

        Assert.Equal(
            [
                Changed(integration.Id, null, IntegrationStatus.Active, IntegrationStatus.Inactive, ada.Id),
                Changed(integration.Id, null, IntegrationStatus.Inactive, IntegrationStatus.Active, ada.Id),
            ],
            _heard);
    }

    [Fact]
    public async Task A_reported_sync_names_nobody()
    {
        var integration = await Store.AddAsync();
        await Store.FinishAsync(integration, "s1", SyncState.Succeeded);
        var key = Store.Production with { By = new Initiator(new Actor(ActorKind.ApiKey, "reporter"), Rights.Report, ApiKeyId: 1) };
        using var subscription = Listen();

        await Store.Ledger.RecordSyncAsync(key, TestStore.Report(integration, "s2", SyncState.AuthenticationFailed, Store.Now.AddMinutes(1)));
        await Store.Ledger.RecordSyncAsync(key, TestStore.Report(integration, "s3", SyncState.AuthenticationFailed, Store.Now.AddMinutes(2)));

        // The second failure changes no status.
        Assert.Equal(
            [
                Changed(integration.Id, "s2", IntegrationStatus.Active, IntegrationStatus.AuthenticationFailing),
                Changed(integration.Id, "s3"),
            ],
            _heard);
    }

    [Fact]
    public async Task What_time_changed_names_nobody()
    {
        var integration = await Store.AddAsync(Store.Development);
        using var subscription = Listen();

        Store.Time.Advance(StatusRules.Default.IdleLimit);
        await Store.Ledger.SettleDueAsync();

        Assert.Equal([Changed(integration.Id, null, IntegrationStatus.Active, IntegrationStatus.Inactive)], _heard);
    }

    [Fact]
    public async Task A_late_report_tells_of_the_status_it_leads_to_and_not_of_those_in_between()
    {
        var integration = await Store.AddAsync();
        await Store.FinishAsync(integration, "s2", SyncState.Failed);
        using var subscription = Listen();

        // The first sync succeeded after all: what failed was the second.
        await Store.FinishAsync(integration, "s1", SyncState.Succeeded, Store.Now.AddHours(-1));
        await Store.FinishAsync(integration, "s0", SyncState.Succeeded, Store.Now.AddHours(-2));

        Assert.Equal(
            [
                Changed(integration.Id, "s1", IntegrationStatus.QualityAssurance, IntegrationStatus.SyncFailing),
                Changed(integration.Id, "s0"),
            ],
            _heard);
    }

    [Fact]
    public async Task History_that_nobody_is_to_hear_of_tells_of_no_change()
    {
        var integration = await Store.AddAsync();
        using var subscription = Listen();

        await Store.Ledger.WriteAsync(
            session => session.RecordSyncAsync(Store.Production, TestStore.Report(integration, "s1", SyncState.Failed, Store.Now)),
            tellsOutside: false);

        Assert.Equal([Changed(integration.Id, "s1")], _heard);
    }

    private IntegrationChanged Changed(
        string id, string? syncId, IntegrationStatus? from = null, IntegrationStatus? to = null, Guid? by = null) =>
        new(Store.Workspace.WorkspaceId, id, syncId, from, to, by);

    private IDisposable Listen() => Store.Feed.Subscribe(Store.Workspace.WorkspaceId, _heard.Add);
}
