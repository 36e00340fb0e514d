using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Components.Bulk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationsDashboard.Web.Tests.Components;

/// <summary>What becomes of one of many, for each thing that can be done and each state it can be in.</summary>
public sealed class BulkRunnerTests : VisitedComponentTest
{
    [Fact]
    public async Task Switching_leaves_alone_what_is_so_already()
    {
        await SignInAsync();
        var other = await AddAsync("Globex");

        Assert.Equal(BulkEnd.AlreadySo, await DoAsync(other, BulkAction.Activate));
        Assert.Equal(BulkEnd.Done, await DoAsync(other, BulkAction.Deactivate));
        Assert.Equal(IntegrationStatus.Inactive, await StatusAsync(other));
        Assert.Equal(BulkEnd.AlreadySo, await DoAsync(other, BulkAction.Deactivate));
        Assert.Equal(BulkEnd.Done, await DoAsync(other, BulkAction.Activate));
        Assert.Equal(IntegrationStatus.Active, await StatusAsync(other));
    }

    [Fact]
    public async Task A_sync_is_queued_once_and_only_where_it_can_run()
    {
        await SignInAsync();
        var reported = await AddAsync("Globex");
        await PlanAsync(Now.AddHours(9), Now.AddHours(2));

        Assert.Equal(BulkEnd.Done, await DoAsync(Id, BulkAction.Sync));
        Assert.True((await ConnectionAsync()).IsQueued);
        Assert.Equal(BulkEnd.AlreadySo, await DoAsync(Id, BulkAction.Sync));
        Assert.Equal(BulkEnd.NotConnected, await DoAsync(reported, BulkAction.Sync));
        await SwitchAsync(Mine, Id);
        Assert.Equal(BulkEnd.Paused, await DoAsync(Id, BulkAction.Sync));
    }

    [Fact]
    public async Task A_link_is_made_where_there_are_credentials_to_renew()
    {
        await SignInAsync();
        var reported = await AddAsync("Globex");

        var made = await Runner().DoAsync(Mine, Id, BulkAction.Link);
        Assert.Equal((BulkEnd.Done, LinkKind.Reconnect, Id), (made.End, made.Link!.Kind, made.Link.IntegrationId));
        Assert.Equal(BulkEnd.NotConnected, await DoAsync(reported, BulkAction.Link));
    }

    [Theory]
    [InlineData(BulkAction.Activate)]
    [InlineData(BulkAction.Deactivate)]
    [InlineData(BulkAction.Sync)]
    [InlineData(BulkAction.Link)]
    public async Task What_is_gone_or_not_allowed_is_told_and_changes_nothing(BulkAction action)
    {
        await SignInAsync();
        await PlanAsync(Now.AddHours(9), Now.AddHours(2));
        var viewer = Scope with { By = new Initiator(new Actor(ActorKind.Person, "Vera"), Rights.Read, Guid.NewGuid()) };
        if (action == BulkAction.Activate)
        {
            await SwitchAsync(Mine, Id);
        }

        var before = await StatusAsync(Id);
        Assert.Equal(BulkEnd.NotAllowed, (await Runner().DoAsync(viewer, Id, action)).End);
        Assert.Equal(before, await StatusAsync(Id));
        Assert.False((await ConnectionAsync()).IsQueued);
        Assert.Equal(BulkEnd.Gone, await DoAsync("personio:000000000000000000000000", action));
        await Ledger.RecordAsync(Mine, Id, new Deleted(Now), Cancel);
        Assert.Equal(BulkEnd.Gone, await DoAsync(Id, action));
    }

    private async Task<BulkEnd> DoAsync(string id, BulkAction action) => (await Runner().DoAsync(Mine, id, action)).End;

    private async Task<IntegrationStatus> StatusAsync(string id) =>
        (await Services.GetRequiredService<IntegrationQueries>().FindAsync(Scope, id, Cancel))!.Evaluation.Status;

    private BulkRunner Runner() => new(
        Ledger,
        Services.GetRequiredService<IntegrationQueries>(),
        Services.GetRequiredService<ConnectionQueries>(),
        Clock,
        NullLogger<BulkRunner>.Instance);
}
