using IntegrationsDashboard.Store.Tests.Plans;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>The operators' questions are about all workspaces, and still cost only what they show.</summary>
public sealed class OperatorQueryPlanTests(PlannedStore planned) : IClassFixture<PlannedStore>
{
    private readonly TestStore _store = planned.Store;

    // A handful of rows per tool of a workspace; whoever asks about all of them reads all of them.
    [Fact]
    public async Task The_queue_is_counted_in_the_counts()
    {
        var plan = Assert.Single(await planned.ExplainAsync(() => _store.Operators.CountAsync()));
        Assert.DoesNotContain("Integrations", plan.Query.Sql, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_is_a_range_of_the_index_of_each_workspace_that_has_some()
    {
        var plans = await planned.ExplainAsync(() => _store.Operators.WaitingAsync(10));

        Assert.Equal(3, plans.Count);
        Assert.Contains("SEARCH s EXISTS USING INDEX sqlite_autoindex_StatusCounts_1 (WorkspaceId=?)", plans[0].Steps);
        foreach (var plan in plans.Skip(1))
        {
            plan.AssertSeeks();
            plan.AssertSeeksBy("i", "IX_Integrations_WorkspaceId_AttentionKey_Id_", "WorkspaceId=? AND AttentionKey>? AND AttentionKey<?");
        }
    }

    [Fact]
    public async Task Problems_are_read_from_their_own_index()
    {
        var id = planned.Integration.Id;
        var plan = Assert.Single(await planned.ExplainAsync(() => _store.Operators.ProblemsAsync(planned.Integration.WorkspaceId, id, "s39", 20)));
        plan.AssertSeeks();
        plan.AssertSeeksBy("s", "IX_Syncs_EnvironmentId_SyncId", "EnvironmentId=? AND SyncId=?");
        plan.AssertSeeksBy("l", "IX_LogEntries_Problems", "SyncKey=?");
    }

    [Fact]
    public async Task The_note_of_a_resolution_is_found_by_its_time()
    {
        var plan = Assert.Single(await planned.ExplainAsync(
            () => _store.Integrations.ResolutionNoteAsync(_store.Workspace, planned.Integration.Id, _store.Now)));
        plan.AssertSeeks();
        plan.AssertSeeksBy("s", "IX_StatusChanges_IntegrationId_At_Id", "IntegrationId=? AND At=?");
    }
}
