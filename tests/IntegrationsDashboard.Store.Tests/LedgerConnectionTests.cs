using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

public sealed class LedgerConnectionTests : IAsyncLifetime
{
    private static readonly Actor Person = new(ActorKind.Person, "Ada");

    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.CreateAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_connected_integration_waits_for_its_first_sync_which_is_due_at_once()
    {
        var integration = await ConnectAsync();

        Assert.Equal(IntegrationStatus.Active, integration.Status);
        var connection = await FindAsync(integration);
        Assert.Equal(_store.Now, connection.NextDueAt);
        Assert.Equal([SyncPurpose.First, SyncPurpose.Scheduled], connection.Jobs.Select(job => job.Purpose));
    }

    [Fact]
    public async Task One_with_filters_to_configure_runs_only_what_set_up_needs()
    {
        var integration = await ConnectAsync(SetupStatus.Incomplete);

        Assert.Equal(IntegrationStatus.Setup, integration.Status);
        Assert.Equal(SyncPurpose.SetUp, (await FindAsync(integration)).Jobs[0].Purpose);
        var refused = await Assert.ThrowsAsync<RefusedReportException>(() => RequestAsync(integration));
        Assert.Contains("configure its filters first", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sync_is_queued_once_per_type()
    {
        var integration = await ConnectAsync();

        var first = await RequestAsync(integration);
        var delta = await RequestAsync(integration, SyncType.Delta);
        var again = await RequestAsync(integration, SyncType.Delta);

        Assert.True(first.AlreadyQueued);
        Assert.False(delta.AlreadyQueued);
        Assert.NotEqual(first.SyncId, delta.SyncId);
        Assert.Equal(delta with { AlreadyQueued = true }, again);
    }

    [Fact]
    public async Task A_tool_without_delta_syncs_refuses_to_queue_one()
    {
        var integration = await ConnectAsync(delta: false);

        var refused = await Assert.ThrowsAsync<RefusedReportException>(() => RequestAsync(integration, SyncType.Delta));

        Assert.Equal("type", refused.Field);
    }

    [Fact]
    public async Task Syncs_that_are_reported_from_outside_cannot_be_queued()
    {
        var integration = await _store.AddAsync();

        var refused = await Assert.ThrowsAsync<RefusedReportException>(() => RequestAsync(integration));

        Assert.Contains("reported from outside", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switching_off_pauses_the_schedule_and_switching_on_resumes_it()
    {
        var integration = await ConnectAsync();

        await _store.RecordAsync(integration, new Deactivated(_store.Now));
        Assert.Null((await FindAsync(integration)).NextDueAt);
        await Assert.ThrowsAsync<RefusedReportException>(() => RequestAsync(integration));

        _store.Time.Advance(TimeSpan.FromHours(1));
        await _store.RecordAsync(integration, new Activated(_store.Now));
        Assert.Equal(_store.Now, (await FindAsync(integration)).NextDueAt);
    }

    [Fact]
    public async Task Three_days_of_refusals_pause_the_schedule_and_new_credentials_resume_it()
    {
        var integration = await ConnectAsync();
        await _store.FinishAsync(integration, "s0", SyncState.Succeeded);
        await _store.FinishAsync(integration, "s1", SyncState.AuthenticationFailed);
        _store.Time.Advance(TimeSpan.FromHours(72));
        await _store.FinishAsync(integration, "s2", SyncState.AuthenticationFailed);
        Assert.Null((await FindAsync(integration)).NextDueAt);

        var healed = await _store.Ledger.WriteAsync(session =>
            session.ReplaceCredentialsAsync(_store.Production, integration.Id, "https://new.example", "sealed-again"));

        Assert.NotEqual(IntegrationStatus.CredentialsInvalid, healed.Status);
        var connection = await FindAsync(integration);
        Assert.Equal("https://new.example", connection.Address);
        Assert.Equal((SyncPurpose.Reconnected, _store.Now), (connection.Jobs[0].Purpose, connection.Jobs[0].DueAt));
    }

    [Fact]
    public async Task Configured_filters_finish_the_set_up_and_changed_ones_expire_the_data()
    {
        var integration = await ConnectAsync(SetupStatus.Incomplete);
        var filters = new SyncFilters(["groups"], [new FieldFilter("users", "department", ["Sales"])]);

        var configured = await ConfigureAsync(integration, filters);

        Assert.Equal(SetupStatus.FinalSyncPending, configured.Facts.Setup);
        var connection = await FindAsync(integration);
        Assert.Equal(filters.ExcludedModels, connection.Filters.ExcludedModels);
        Assert.Equal(["Sales"], connection.Filters.Fields[0].Values);
        Assert.Equal(SyncPurpose.Final, connection.Jobs[0].Purpose);
        Assert.Null(connection.DataExpiredAt);

        await ConfigureAsync(integration, SyncFilters.None);
        Assert.Equal(_store.Now, (await FindAsync(integration)).DataExpiredAt);
    }

    [Fact]
    public async Task A_shorter_interval_moves_what_is_due_later_forward()
    {
        var integration = await ConnectAsync();
        await using (var db = _store.Data())
        {
            var job = db.SyncJobs.Single(j => j.IntegrationId == integration.Id && j.Type == SyncType.Full);
            job.DueAt = _store.Now + TimeSpan.FromHours(9);
            await db.SaveChangesAsync();
        }

        await _store.Ledger.WriteAsync(session =>
            session.SetScheduleAsync(_store.Production, integration.Id, TimeSpan.FromHours(1), TimeSpan.FromMinutes(30)));

        var connection = await FindAsync(integration);
        Assert.Equal(_store.Now + TimeSpan.FromHours(1), connection.Jobs[0].DueAt);
        Assert.Equal(TimeSpan.FromMinutes(30), connection.DeltaEvery);
    }

    [Fact]
    public async Task Another_workspace_sees_and_changes_nothing()
    {
        var integration = await ConnectAsync();
        var other = await _store.AddWorkspaceAsync();

        Assert.Null(await _store.Connections.FindAsync(other, integration.Id));
        await Assert.ThrowsAsync<UnknownIdException>(() =>
            _store.Ledger.WriteAsync(session => session.RequestSyncAsync(other, integration.Id)));
        await Assert.ThrowsAsync<UnknownIdException>(() =>
            _store.Ledger.WriteAsync(session => session.ReplaceCredentialsAsync(other, integration.Id, "https://x.example", "x")));
        await Assert.ThrowsAsync<UnknownIdException>(() =>
            _store.Ledger.WriteAsync(session => session.ConfigureFiltersAsync(other, integration.Id, SyncFilters.None)));
    }

    private Task<Integration> ConnectAsync(SetupStatus setup = SetupStatus.Completed, bool delta = true) =>
        _store.Ledger.WriteAsync(session => session.ConnectAsync(
            _store.Production,
            TestStore.New("scim") with { Setup = setup },
            new NewConnection("https://scim.example", "sealed", TimeSpan.FromHours(10), delta ? TimeSpan.FromHours(3) : null)));

    private Task<SyncRequested> RequestAsync(Integration integration, SyncType? type = null) =>
        _store.Ledger.WriteAsync(session => session.RequestSyncAsync(_store.Production, integration.Id, type));

    private Task<Integration> ConfigureAsync(Integration integration, SyncFilters filters) =>
        _store.Ledger.WriteAsync(session => session.ConfigureFiltersAsync(_store.Production, integration.Id, filters));

    private async Task<ConnectionView> FindAsync(Integration integration) =>
        (await _store.Connections.FindAsync(_store.Production, integration.Id))!;
}
