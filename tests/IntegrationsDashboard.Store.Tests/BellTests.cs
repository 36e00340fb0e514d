using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Tests.Plans;

namespace IntegrationsDashboard.Store.Tests;

public sealed class BellTests : StoreTest
{
    [Fact]
    public async Task Changes_since_a_message_are_counted_within_the_scope()
    {
        var here = await Store.AddAsync();
        var there = await Store.AddAsync(Store.Development);
        var other = await Store.AddAsync(await Store.AddWorkspaceAsync());
        await Store.FinishAsync(here, "first", SyncState.Failed);
        var seen = await Store.Outbox.LastAsync();

        await Store.RecordAsync(here, new QaResolved(Store.Now));
        await Store.FinishAsync(there, "s1", SyncState.Failed);
        await Store.FinishAsync(other, "s2", SyncState.Failed);

        Assert.Equal(2, await Store.Bell.CountAsync(Store.Workspace, seen));
        Assert.Equal(1, await Store.Bell.CountAsync(Store.Production, seen));
        Assert.Equal(3, await Store.Bell.CountAsync(Store.Workspace, 0));
        Assert.Equal(0, await Store.Bell.CountAsync(Store.Workspace, await Store.Outbox.LastAsync()));
    }

    [Fact]
    public async Task Each_integration_is_listed_once_with_its_last_change_the_last_one_to_change_first()
    {
        var steady = await Store.AddAsync();
        var flapping = await Store.AddAsync();
        await Store.FinishAsync(flapping, "f1", SyncState.Succeeded);
        await Store.FinishAsync(flapping, "f2", SyncState.Failed, Store.Now.AddMinutes(1));
        await Store.FinishAsync(steady, "s1", SyncState.PartiallyFailed);
        Store.Time.Advance(TimeSpan.FromMinutes(5));
        await Store.FinishAsync(flapping, "f3", SyncState.Succeeded);

        var list = await Store.Bell.ListAsync(Store.Workspace, 0, 10);

        Assert.Equal(
            [
                (flapping.Id, Store.Now, IntegrationStatus.SyncFailing, IntegrationStatus.Active),
                (steady.Id, Store.Now.AddMinutes(-5), IntegrationStatus.Active, IntegrationStatus.QualityAssurance),
            ],
            list.Select(change => (change.Integration.Id, change.At, change.From, change.Integration.Evaluation.Status)));
        Assert.Equal([flapping.Id], (await Store.Bell.ListAsync(Store.Workspace, 0, 1)).Select(change => change.Integration.Id));
        Assert.Empty(await Store.Bell.ListAsync(Store.Workspace, list[0].MessageId, 10));
        Assert.Empty(await Store.Bell.ListAsync(Store.Development, 0, 10));
    }

    [Fact]
    public async Task What_was_deleted_since_is_listed_as_deleted()
    {
        var integration = await Store.AddAsync();
        await Store.FinishAsync(integration, "s1", SyncState.Failed);
        await Store.RecordAsync(integration, new Deleted(Store.Now));

        var change = Assert.Single(await Store.Bell.ListAsync(Store.Workspace, 0, 10));

        Assert.Equal(IntegrationStatus.Deleted, change.Integration.Evaluation.Status);
    }

    [Fact]
    public async Task Changes_are_told_apart_in_order_by_what_changed_to_what()
    {
        var integration = await Store.AddAsync();
        await Store.RecordAsync(integration, new Deactivated(Store.Now));
        await Store.RecordAsync(integration, new Activated(Store.Now));

        var turns = await Store.Bell.TurnsAsync(Store.Workspace, 0);

        Assert.Equal(
            [(integration.Id, IntegrationStatus.Inactive), (integration.Id, IntegrationStatus.Active)],
            turns.Select(turn => (turn.IntegrationId, turn.To)));
        Assert.Equal([turns[1]], await Store.Bell.TurnsAsync(Store.Workspace, turns[0].MessageId));
    }

    [Fact]
    public async Task Of_very_many_changes_only_so_many_are_counted()
    {
        var integration = await Store.AddAsync();
        await Store.Ledger.WriteAsync(async session =>
        {
            for (var number = 0; number <= BellQueries.MostCounted; number++)
            {
                await session.RecordAsync(
                    Store.Production, integration.Id, number % 2 == 0 ? new Deactivated(Store.Now) : new Activated(Store.Now));
            }
        });

        Assert.Equal(BellQueries.MostCounted, await Store.Bell.CountAsync(Store.Workspace, 0));
        Assert.Equal(BellQueries.MostCounted, (await Store.Bell.TurnsAsync(Store.Workspace, 0)).Count);
        Assert.Single(await Store.Bell.ListAsync(Store.Workspace, 0, 20));
    }
}
