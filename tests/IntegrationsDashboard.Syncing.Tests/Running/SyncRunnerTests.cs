using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Connectors;

namespace IntegrationsDashboard.Syncing.Tests.Running;

/// <summary>What one sync brings, and how it ends.</summary>
public sealed class SyncRunnerTests : SyncingTest
{
    [Fact]
    public async Task A_sync_stores_what_the_tool_has_and_counts_what_is_new()
    {
        var integration = await ConnectAsync();

        await TickAsync();

        var sync = Assert.Single(await SyncsAsync(integration));
        Assert.Equal(SyncState.Succeeded, sync.State);
        Assert.Equal([new SyncModel("groups", 1, 1, 0, 0), new SyncModel("users", 2, 2, 0, 0)], sync.Models);
        Assert.Equal(["groups/g1", "users/ada", "users/bob"], await RecordsAsync(integration));
        Assert.Contains(await LogAsync(sync), entry => entry is { HttpStatus: 200, Message: "GET users" });
        Assert.Equal(["first"], Tool.Tokens);
        Assert.Null((await ReadAsync(integration)).RunningSyncId);
    }

    [Fact]
    public async Task The_next_sync_counts_what_changed_came_and_went()
    {
        var integration = await ConnectAsync();
        await TickAsync();
        Tool.Users["ada"] = "Research";
        Tool.Users["eve"] = "Sales";
        Tool.Users.TryRemove("bob", out _);

        await AdvanceAsync(TimeSpan.FromHours(4));

        var sync = (await SyncsAsync(integration))[^1];
        Assert.Equal([new SyncModel("groups", 1, 0, 0, 0), new SyncModel("users", 2, 1, 1, 1)], sync.Models);
        Assert.Equal(["groups/g1", "users/ada", "users/eve"], await RecordsAsync(integration));

        Tool.Users["bob"] = "Research";
        await AdvanceAsync(TimeSpan.FromHours(4));

        Assert.Contains(new SyncModel("users", 3, 1, 0, 0), (await SyncsAsync(integration))[^1].Models);
        Assert.Contains("users/bob", await RecordsAsync(integration));
    }

    [Fact]
    public async Task A_sync_that_fails_takes_nothing_away_and_its_log_says_why()
    {
        var integration = await ConnectAsync();
        await TickAsync();
        Tool.Users.Clear();
        Tool.Fault = new ConnectorException(ConnectorFailure.Failure, "The tool answered with 503.", "users");

        await AdvanceAsync(TimeSpan.FromHours(4));

        var sync = (await SyncsAsync(integration))[^1];
        Assert.Equal((SyncState.Failed, "The tool answered with 503."), (sync.State, sync.Error));
        Assert.Equal("The tool answered with 503.", (await LogAsync(sync)).Single(entry => entry.Seq == sync.FirstError).Message);
        Assert.Equal(["groups/g1", "users/ada", "users/bob"], await RecordsAsync(integration));
        Assert.Equal(IntegrationStatus.SyncFailing, (await ReadAsync(integration)).Status);
    }

    [Fact]
    public async Task A_fault_of_our_own_fails_the_sync_without_telling_strangers_what_it_was()
    {
        var integration = await ConnectAsync();
        Tool.Fault = new InvalidOperationException("inner secret");

        await TickAsync();

        var sync = Assert.Single(await SyncsAsync(integration));
        Assert.Equal(SyncState.Failed, sync.State);
        Assert.DoesNotContain(await LogAsync(sync), entry => entry.Message.Contains("inner secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sync_that_takes_too_long_is_stopped()
    {
        var integration = await ConnectAsync();
        Tool.Hangs = true;
        await Dispatcher.DispatchAsync();
        await Tool.Hanging;

        Time.Advance(Options.TimeLimit);
        await Dispatcher.WhenIdleAsync();

        var sync = Assert.Single(await SyncsAsync(integration));
        Assert.Equal(SyncState.TimedOut, sync.State);
        Assert.Contains("60 minutes", sync.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_leave_out_records_and_whole_models_and_take_away_what_was_there()
    {
        var integration = await ConnectAsync(deltaEvery: TimeSpan.FromHours(3));
        await TickAsync();

        var filters = new SyncFilters(["groups"], [new FieldFilter("users", "department", ["Sales"])]);
        await Ledger.WriteAsync(session => session.ConfigureFiltersAsync(Scope, integration.Id, filters));
        Assert.NotNull((await ConnectionAsync(integration)).DataExpiredAt);
        await TickAsync();

        Assert.Equal(["users/ada"], await RecordsAsync(integration));
        Assert.Null((await ConnectionAsync(integration)).DataExpiredAt);

        // Who no longer meets the filters goes with the next delta sync already.
        Tool.Users["ada"] = "Research";
        await AdvanceAsync(TimeSpan.FromHours(4));
        Assert.Equal(SyncType.Delta, (await SyncsAsync(integration))[^1].Type);
        Assert.Empty(await RecordsAsync(integration));
    }

    [Fact]
    public async Task A_delta_sync_asks_for_changes_since_the_last_and_removes_only_what_is_said_to_be_gone()
    {
        var integration = await ConnectAsync(deltaEvery: TimeSpan.FromHours(3));
        await TickAsync();
        Tool.Users.Clear();
        Tool.Users["eve"] = "Sales";
        Tool.Gone = "bob";

        await AdvanceAsync(TimeSpan.FromHours(4));

        Assert.Equal([null, Start], Tool.Orders.Select(order => order.ChangedSince));
        Assert.Equal(["groups/g1", "users/ada", "users/eve"], await RecordsAsync(integration));
        Assert.Contains(new SyncModel("users", 1, 1, 0, 1), (await SyncsAsync(integration))[^1].Models);
    }

    [Fact]
    public async Task A_set_up_sync_stores_nothing_and_offers_what_filters_are_chosen_from()
    {
        Tool.Users["eve"] = "Sales";
        var integration = await ConnectAsync(SetupStatus.Incomplete);

        await TickAsync();

        Assert.Equal(IntegrationStatus.Setup, (await ReadAsync(integration)).Status);
        Assert.Empty(await RecordsAsync(integration));
        var facets = (await ConnectionAsync(integration)).Facets!;
        Assert.Equal(2, facets.Single(facet => facet.Values.TryGetValue("department", out var has) && has is ["Sales"]).Count);
        Assert.Equal(1, facets.Single(facet => facet.Model == "groups").Count);
        Assert.Null((await JobAsync(integration)).DueAt);

        await Ledger.WriteAsync(session => session.ConfigureFiltersAsync(Scope, integration.Id, SyncFilters.None));
        await AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(SetupStatus.Completed, (await ReadAsync(integration)).Facts.Setup);
        Assert.Equal(4, (await RecordsAsync(integration)).Count);
    }

    [Fact]
    public async Task A_set_up_sync_does_not_pass_for_the_final_one_when_the_filters_came_while_it_ran()
    {
        var integration = await ConnectAsync(SetupStatus.Incomplete);
        Tool.Hangs = true;
        await Dispatcher.DispatchAsync();
        await Tool.Hanging;

        await Ledger.WriteAsync(session => session.ConfigureFiltersAsync(Scope, integration.Id, SyncFilters.None));
        Tool.Hangs = false;
        await Dispatcher.WhenIdleAsync();
        await AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal([SyncState.Cancelled, SyncState.Succeeded], (await SyncsAsync(integration)).Select(sync => sync.State));
        Assert.Equal(3, (await RecordsAsync(integration)).Count);
    }

    [Fact]
    public async Task Records_and_lines_beyond_one_batch_are_all_written()
    {
        for (var number = 0; number < 1234; number++)
        {
            Tool.Users[$"user-{number}"] = "Sales";
        }

        var integration = await ConnectAsync();
        await TickAsync();

        Assert.Equal(1237, (await RecordsAsync(integration)).Count);

        Tool.Users.Clear();
        await AdvanceAsync(TimeSpan.FromHours(4));
        Assert.Equal(["groups/g1"], await RecordsAsync(integration));
        Assert.Contains(new SyncModel("users", 0, 0, 0, 1236), (await SyncsAsync(integration))[^1].Models);
    }
}
