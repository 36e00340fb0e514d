using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Tests.Plans;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>The overview and what helps to understand an integration cost the same however much there is.</summary>
public sealed class InsightQueryPlanTests(PlannedStore planned) : IClassFixture<PlannedStore>
{
    private readonly TestStore _store = planned.Store;

    private WorkspaceScope[] Scopes => [_store.Workspace, _store.Production];

    private static EnvironmentKind?[] Environments => [null, EnvironmentKind.Production];

    [Fact]
    public async Task What_needs_somebody_is_read_from_the_index_of_attention()
    {
        foreach (var scope in Scopes)
        {
            foreach (var environment in Environments)
            {
                Assert.All(await planned.ExplainAsync(() => _store.Overview.AilingAsync(scope, environment, 10)), plan =>
                {
                    plan.AssertSeeks();
                    plan.AssertSeeksBy("i", "IX_Integrations_WorkspaceId_AttentionKey_Id_", "WorkspaceId=? AND AttentionKey>? AND AttentionKey<?");
                });
            }
        }
    }

    [Fact]
    public async Task What_changed_is_read_from_the_index_of_times_and_each_history_from_its_end()
    {
        foreach (var scope in Scopes)
        {
            foreach (var environment in Environments)
            {
                var plan = Assert.Single(await planned.ExplainAsync(() => _store.Overview.TurnsAsync(scope, environment, _store.Now.AddDays(-1), 10)));
                plan.AssertSeeks();
                plan.AssertSeeksBy("i", "IX_Integrations_WorkspaceId_SinceKey_Id_", "WorkspaceId=? AND SinceKey>?");
                plan.AssertSeeksBy("s", "IX_StatusChanges_IntegrationId_At_Id", "IntegrationId=?");
                plan.AssertSeeksBy("s0", "IX_StatusChanges_IntegrationId_At_Id", "IntegrationId=?");
            }
        }
    }

    [Fact]
    public async Task Rates_are_read_from_the_days_of_tools_and_never_from_syncs()
    {
        foreach (var scope in Scopes)
        {
            foreach (var environment in Environments)
            {
                var plans = await planned.ExplainAsync(() => _store.Overview.RatesAsync(scope, environment, 30));
                Assert.Equal(2, plans.Count);
                plans[0].AssertSeeks();
                plans[0].AssertSeeksBy("t", "sqlite_autoindex_ToolDays_1", "WorkspaceId=? AND Day>?");
                plans[1].AssertSeeks(maySort: true);
            }
        }
    }

    [Fact]
    public async Task An_integrations_days_are_read_from_where_they_begin()
    {
        foreach (var scope in Scopes)
        {
            var uptime = await planned.ExplainAsync(() => _store.Insights.UptimeAsync(scope, planned.Integration.Id, 90));
            Assert.Equal(2, uptime.Count);
            Assert.All(uptime, plan => plan.AssertSeeks());
            uptime[0].AssertSeeksBy("s", "IX_StatusChanges_IntegrationId_At_Id", "IntegrationId=? AND At>?");
            uptime[1].AssertSeeksBy("s", "IX_StatusChanges_IntegrationId_At_Id", "IntegrationId=? AND At<?");

            var days = Assert.Single(await planned.ExplainAsync(() => _store.Insights.DaysAsync(scope, planned.Integration.Id, 90)));
            days.AssertSeeks();
            days.AssertSeeksBy("s", "sqlite_autoindex_SyncDays_1", "IntegrationId=? AND Day>?");
        }
    }

    [Fact]
    public async Task What_changed_since_it_worked_is_looked_for_from_there_on_backwards()
    {
        var integration = await _store.AddAsync();
        await _store.FinishAsync(integration, "good", SyncState.Succeeded, _store.Now.AddHours(-2));
        await _store.FinishAsync(integration, "bad", SyncState.Failed, _store.Now.AddHours(-1));
        var item = (await _store.Integrations.FindAsync(_store.Workspace, integration.Id))!;

        var plans = await planned.ExplainAsync(() => _store.Insights.RelapseAsync(_store.Workspace, item));

        Assert.Equal(3, plans.Count);
        plans[0].AssertSeeks();
        plans[0].AssertSeeksBy("s", "IX_Syncs_IntegrationId_StartedAt_Key", "IntegrationId=? AND StartedAt<?");
        plans[1].AssertSeeks(maySort: true);
        plans[1].AssertSeeksBy("e", "IX_Events_IntegrationId", "IntegrationId=?");
        plans[2].AssertSeeks();
        plans[2].AssertSeeksBy("a", "IX_AuditEntries_At", "At>? AND At<?");
    }

    [Fact]
    public async Task Two_syncs_are_compared_by_the_beginnings_of_their_logs()
    {
        var syncs = await _store.Syncs.ListAsync(TestStore.ScopeOf(planned.Integration), planned.Integration.Id, null, 1);
        var plans = await planned.ExplainAsync(() => _store.Comparisons.CompareAsync(syncs[0], syncs[0]));
        Assert.All(plans, plan =>
        {
            plan.AssertSeeks();
            plan.AssertSeeksBy("l", "PRIMARY KEY", "SyncKey=?");
        });

        var neighbours = Assert.Single(await planned.ExplainAsync(() =>
            _store.Comparisons.NeighboursAsync(TestStore.ScopeOf(planned.Integration), syncs[0])));
        neighbours.AssertSeeks();
        neighbours.AssertSeeksBy("s", "IX_Syncs_IntegrationId_StartedAt_Key", "IntegrationId=? AND StartedAt<?");
    }
}
