using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

public sealed class DemonstrationTests : StoreTest
{
    [Fact]
    public async Task Removing_the_demonstration_leaves_nothing_of_it_and_all_of_the_rest()
    {
        var other = await Store.AddWorkspaceAsync();
        await FillAsync(Store.Production, false, "real");
        await FillAsync(Store.Development, false, "real");
        await FillAsync(other, true, "foreign");
        var before = Store.Dump();
        await FillAsync(Store.Production, true, "shown");
        await FillAsync(Store.Development, true, "shown");
        Assert.True(await Store.Integrations.HasDemonstrationAsync(Store.Workspace));

        Assert.Equal(4, await Store.Ledger.RemoveDemonstrationAsync(Store.Workspace));

        // Counts that came down to nothing are tidied away on the occasion.
        var idle = $"StatusCounts: {Store.Workspace.WorkspaceId}|";
        Assert.Equal(
            before.Where(row => !(row.StartsWith(idle, StringComparison.Ordinal) && row.EndsWith("|0", StringComparison.Ordinal))),
            Store.Dump());
        Assert.False(await Store.Integrations.HasDemonstrationAsync(Store.Workspace));
        Assert.True(await Store.Integrations.HasDemonstrationAsync(other));
        Assert.Equal(0, await Store.Ledger.RemoveDemonstrationAsync(Store.Workspace));
    }

    // Both kinds share the tool of one count, and have each a tool of their own.
    private Task<int> FillAsync(WorkspaceScope scope, bool demonstration, string name) => Store.Ledger.WriteAsync(async session =>
    {
        foreach (var tool in new[] { "personio", name })
        {
            var integration = await session.CreateIntegrationAsync(scope, TestStore.New(tool) with { IsDemonstration = demonstration });
            var syncId = $"{name}-{tool}";
            await session.RecordSyncAsync(scope, TestStore.Report(integration, syncId, SyncState.Failed, Store.Now));
            await session.AppendLogAsync(
                scope, syncId, [TestStore.Entry(1, LogEntryLevel.Error, "a") with { RequestBody = "{}", ResponseBody = "[]" }]);
            await session.RecordAsync(scope, integration.Id, new QaResolved(Store.Now.AddMinutes(1)));
        }

        return 0;
    });
}
