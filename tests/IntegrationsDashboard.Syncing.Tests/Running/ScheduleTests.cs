using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing.Schedule;

namespace IntegrationsDashboard.Syncing.Tests.Running;

/// <summary>Which syncs start, and when.</summary>
public sealed class ScheduleTests : SyncingTest
{
    [Fact]
    public async Task The_next_full_sync_is_due_three_hours_later_spread_by_a_tenth()
    {
        var integration = await ConnectAsync();
        await TickAsync();

        Assert.InRange((await JobAsync(integration)).DueAt!.Value, Start.AddHours(3), Start.AddHours(3.3));

        await AdvanceAsync(TimeSpan.FromHours(2.9));
        Assert.Single(await SyncsAsync(integration));
        await AdvanceAsync(TimeSpan.FromHours(0.5));
        Assert.Equal(2, (await SyncsAsync(integration)).Count);
    }

    [Fact]
    public async Task Delta_syncs_run_between_full_ones_and_never_beside_them()
    {
        var integration = await ConnectAsync(deltaEvery: TimeSpan.FromHours(3));

        for (var hour = 0; hour < 24; hour++)
        {
            await TickAsync();
            Time.Advance(TimeSpan.FromHours(1));
        }

        var syncs = await SyncsAsync(integration);
        Assert.Equal(SyncType.Full, syncs[0].Type);
        var fulls = syncs.Where(sync => sync.Type == SyncType.Full).Select(sync => (sync.StartedAt - Start).TotalHours).ToList();
        Assert.Equal([0.0, 11.0, 22.0], fulls);
        Assert.Equal([4.0, 8.0, 15.0, 19.0], syncs.Where(sync => sync.Type == SyncType.Delta).Select(sync => (sync.StartedAt - Start).TotalHours));
    }

    [Fact]
    public async Task Of_a_full_and_a_delta_sync_that_are_both_due_the_full_one_goes_first()
    {
        var integration = await ConnectAsync(deltaEvery: TimeSpan.FromHours(3));
        await TickAsync();

        await AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal([SyncType.Full, SyncType.Full], (await SyncsAsync(integration)).Select(sync => sync.Type));
        Assert.InRange((await JobAsync(integration, SyncType.Delta)).DueAt!.Value, Time.GetUtcNow().AddHours(3), Time.GetUtcNow().AddHours(3.3));
    }

    [Fact]
    public async Task A_requested_sync_is_queued_once_and_runs_at_once()
    {
        var integration = await ConnectAsync();
        await TickAsync();

        var first = await RequestAsync(integration);
        var second = await RequestAsync(integration);
        Assert.False(first.AlreadyQueued);
        Assert.Equal(first with { AlreadyQueued = true }, second);
        await TickAsync();

        Assert.Equal(first.SyncId, (await SyncsAsync(integration))[^1].SyncId);
        Assert.False((await RequestAsync(integration)).AlreadyQueued);
    }

    [Fact]
    public async Task A_running_sync_counts_as_queued()
    {
        var integration = await ConnectAsync();
        await StartHangingAsync();

        var requested = await RequestAsync(integration);

        Assert.Equal(new SyncRequested((await ReadAsync(integration)).RunningSyncId!, SyncType.Full, true), requested);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Switching_off_or_deleting_cancels_what_runs_and_nothing_starts_any_more(bool deletes)
    {
        var integration = await ConnectAsync();
        await StartHangingAsync();

        await RecordAsync(integration, deletes ? new Deleted(Time.GetUtcNow()) : new Deactivated(Time.GetUtcNow()));
        await Dispatcher.WhenIdleAsync();

        Assert.Equal(SyncState.Cancelled, Assert.Single(await SyncsAsync(integration)).State);
        await AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Single(await SyncsAsync(integration));
    }

    [Fact]
    public async Task Switching_on_again_starts_a_sync()
    {
        var integration = await ConnectAsync();
        await TickAsync();
        await RecordAsync(integration, new Deactivated(Time.GetUtcNow()) { Actor = Person });
        Time.Advance(TimeSpan.FromHours(1));
        await RecordAsync(integration, new Activated(Time.GetUtcNow()) { Actor = Person });

        await TickAsync();

        Assert.Equal(2, (await SyncsAsync(integration)).Count);
    }

    [Fact]
    public async Task New_credentials_that_come_while_a_sync_runs_cut_it_short_and_are_tried_at_once()
    {
        var integration = await ConnectAsync();
        await TickAsync();
        Time.Advance(TimeSpan.FromHours(4));
        await StartHangingAsync();

        await ReplaceCredentialsAsync(integration, "second");
        Tool.Hangs = false;
        await Dispatcher.WhenIdleAsync();
        await AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(["first", "first", "second"], Tool.Tokens);
    }

    [Fact]
    public async Task No_more_syncs_run_at_once_than_the_settings_allow_and_the_rest_follow()
    {
        for (var number = 0; number < 5; number++)
        {
            await ConnectAsync();
        }

        await StartHangingAsync();
        await Dispatcher.DispatchAsync();
        Assert.Equal(Options.Parallelism, Dispatcher.Running);

        Tool.Hangs = false;
        Time.Advance(Options.TimeLimit);
        await Dispatcher.WhenIdleAsync();
        await using var db = Data();
        Assert.Equal(5, db.Syncs.Count(sync => sync.State != SyncState.Running));
    }

    [Fact]
    public async Task A_sync_whose_process_died_ends_as_timed_out_and_the_next_one_runs()
    {
        var integration = await ConnectAsync();
        await TickAsync();
        Time.Advance(TimeSpan.FromHours(4));
        var dead = Assert.Single(await Ledger.ClaimDueAsync("a process that dies", 9, Options.Lease));

        await AdvanceAsync(Options.Lease);
        Assert.Equal(SyncState.Running, (await SyncsAsync(integration))[^1].State);
        await AdvanceAsync(TimeSpan.FromSeconds(1));

        var syncs = await SyncsAsync(integration);
        Assert.Equal([SyncState.Succeeded, SyncState.TimedOut, SyncState.Succeeded], syncs.Select(sync => sync.State));
        Assert.Equal(LedgerSession.StoppedMidway, syncs[1].Error);
        await Assert.ThrowsAsync<SyncCalledOffException>(
            () => Ledger.WriteAsync(session => session.WriteRecordsAsync(dead, [new RecordWrite("users", "ghost", "{}")])));
        await Assert.ThrowsAsync<SyncCalledOffException>(() => Ledger.FinishSyncAsync(dead, new SyncEnd(SyncState.Succeeded, null, [])));
    }

    [Fact]
    public async Task A_sync_whose_lease_is_renewed_goes_on()
    {
        var integration = await ConnectAsync();
        await StartHangingAsync();

        for (var times = 0; times < 5; times++)
        {
            Time.Advance(Options.Lease * 0.9);
            await Service<RenewLeasesJob>().RunAsync(default);
            await Service<ReleaseLapsedJob>().RunAsync(default);
        }

        Assert.Equal(SyncState.Running, Assert.Single(await SyncsAsync(integration)).State);
    }

    [Fact]
    public async Task A_program_that_stops_leaves_its_syncs_to_the_next()
    {
        var integration = await ConnectAsync();
        await TickAsync();
        Time.Advance(TimeSpan.FromHours(4));
        await StartHangingAsync();

        await Dispatcher.StopAsync();

        Assert.Equal(SyncState.Cancelled, (await SyncsAsync(integration))[^1].State);
        Assert.Equal(Time.GetUtcNow(), (await JobAsync(integration)).DueAt);
        Assert.Equal(0, await Dispatcher.DispatchAsync());
    }

    private async Task StartHangingAsync()
    {
        Tool.Hangs = true;
        await Dispatcher.DispatchAsync();
        await Tool.Hanging;
    }

    private Task<SyncRequested> RequestAsync(Integration integration) =>
        Ledger.WriteAsync(session => session.RequestSyncAsync(Scope, integration.Id));
}
