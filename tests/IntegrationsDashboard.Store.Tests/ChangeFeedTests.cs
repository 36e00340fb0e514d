using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Tests;

public sealed class ChangeFeedTests : StoreTest
{
    private readonly List<IntegrationChanged> _heard = [];

    [Fact]
    public async Task A_change_is_heard_of_once_others_can_read_it()
    {
        var integration = await Store.AddAsync();
        var status = "";
        using var subscription = Store.Feed.Subscribe(
            Store.Workspace.WorkspaceId, _ => status = Assert.Single(Store.Rows("SELECT Status FROM Integrations")));

        await Store.FinishAsync(integration, "s1", SyncState.Failed);

        Assert.Equal("3", status);
    }

    [Fact]
    public async Task Each_kind_of_change_is_heard_of()
    {
        var integration = await Store.AddAsync(Store.Development);
        using var subscription = Listen();

        await Store.BeginAsync(integration, "s1");
        await Store.Ledger.AppendLogAsync(Store.Development, "s1", [TestStore.Entry(1, LogEntryLevel.Info, "a")]);
        await Store.FinishAsync(integration, "s1", SyncState.Succeeded);
        await Store.RecordAsync(integration, new CredentialsReplaced(Store.Now));
        Store.Time.Advance(TimeSpan.FromDays(14));
        await Store.Ledger.SettleDueAsync();
        await Store.Ledger.RemoveDemonstrationAsync(Store.Workspace);

        var workspace = Store.Workspace.WorkspaceId;
        Assert.Equal(
            [
                new(workspace, integration.Id, "s1"),
                new(workspace, integration.Id, "s1"),
                new(workspace, integration.Id, "s1"),
                new(workspace, integration.Id),
                new(workspace, integration.Id, From: IntegrationStatus.Active, To: IntegrationStatus.Inactive),
                new(workspace, null),
            ],
            _heard);
    }

    [Fact]
    public async Task What_changed_nothing_is_not_heard_of()
    {
        var integration = await Store.AddAsync();
        await Store.FinishAsync(integration, "s1", SyncState.Succeeded);
        using var subscription = Listen();

        await Store.FinishAsync(integration, "s1", SyncState.Succeeded);
        await Store.RecordAsync(integration, new Activated(Store.Now));
        await Store.Ledger.SettleDueAsync();

        Assert.Empty(_heard);
    }

    [Fact]
    public async Task Another_workspace_hears_nothing()
    {
        var other = await Store.AddWorkspaceAsync();
        using var subscription = Listen();

        await Store.AddAsync(other);
        Assert.Empty(_heard);

        await Store.AddAsync();
        Assert.Single(_heard);
    }

    [Fact]
    public async Task Who_listens_to_all_hears_of_every_workspace_until_it_stops()
    {
        var other = await Store.AddWorkspaceAsync();
        var subscription = Store.Feed.SubscribeToAll(_heard.Add);

        var theirs = await Store.AddAsync(other);
        var ours = await Store.AddAsync();
        subscription.Dispose();
        await Store.AddAsync(other);

        Assert.Equal([new(other.WorkspaceId, theirs.Id), new(Store.Workspace.WorkspaceId, ours.Id)], _heard);
    }

    [Fact]
    public async Task Who_stops_listening_hears_no_more_and_stops_nobody_else()
    {
        Action<IntegrationChanged> hear = _heard.Add;
        var first = Store.Feed.Subscribe(Store.Workspace.WorkspaceId, hear);
        using var second = Store.Feed.Subscribe(Store.Workspace.WorkspaceId, hear);
        first.Dispose();
        first.Dispose();

        await Store.AddAsync();

        Assert.Single(_heard);
    }

    private IDisposable Listen() => Store.Feed.Subscribe(Store.Workspace.WorkspaceId, _heard.Add);
}
