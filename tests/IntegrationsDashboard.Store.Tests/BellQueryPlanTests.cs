using IntegrationsDashboard.Store.Tests.Plans;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>The bell hangs on every page: what it costs does not grow with what there is.</summary>
public sealed class BellQueryPlanTests(PlannedStore planned) : IClassFixture<PlannedStore>
{
    private readonly TestStore _store = planned.Store;

    [Fact]
    public async Task Changes_are_found_among_themselves_and_not_sorted()
    {
        foreach (var scope in new[] { _store.Workspace, _store.Production })
        {
            foreach (var work in new Func<Task>[]
            {
                () => _store.Bell.CountAsync(scope, 5),
                () => _store.Bell.TurnsAsync(scope, 5),
                () => _store.Bell.ListAsync(scope, 5, 20),
            })
            {
                var plans = await planned.ExplainAsync(work);
                plans[0].AssertSeeks();
                plans[0].AssertSeeksBy("o", "IX_Outbox_StateChanges", "WorkspaceId=? AND Id>?");
                Assert.All(plans.Skip(1), plan => plan.AssertSeeks(maySort: true));
            }
        }
    }
}
