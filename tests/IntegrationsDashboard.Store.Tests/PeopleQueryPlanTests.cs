using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Tests.Plans;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>What is asked with every request of a person or a program is found in an index.</summary>
public sealed class PeopleQueryPlanTests(PlannedStore planned) : IClassFixture<PlannedStore>
{
    private readonly TestStore _store = planned.Store;

    [Fact]
    public async Task A_session_is_found_by_its_number()
    {
        var plans = await planned.ExplainAsync(() => _store.People.FindAsync(Guid.NewGuid()));
        plans[0].AssertSeeks();
    }

    [Fact]
    public async Task A_key_is_found_by_its_hash() =>
        Assert.Single(await planned.ExplainAsync(() => _store.Workspaces.FindKeyAsync("production-key"))).AssertSeeks();

    [Fact]
    public async Task An_invitation_is_found_by_its_hash() =>
        Assert.Single(await planned.ExplainAsync(() => _store.People.FindInvitationAsync("a"))).AssertSeeks();

    [Fact]
    public async Task The_workspace_of_an_integration_is_found_by_its_id()
    {
        var plan = Assert.Single(await planned.ExplainAsync(
            () => _store.People.WorkspaceOfAsync(planned.Integration.Id, [_store.Workspace.WorkspaceId])));
        Assert.Contains(plan.Steps, step => step.StartsWith("SEARCH i ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Members_are_those_of_the_workspace()
    {
        var plan = Assert.Single(await planned.ExplainAsync(() => _store.People.MembersAsync(_store.Workspace)));
        Assert.DoesNotContain(plan.Steps, step => step.StartsWith("SCAN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_audit_log_is_read_from_its_end_and_not_sorted()
    {
        foreach (var workspace in new int?[] { _store.Workspace.WorkspaceId, null })
        {
            Assert.Single(await planned.ExplainAsync(() => _store.Audit.ListAsync(workspace, new AuditFilter(), 1000))).AssertSeeks();
        }
    }
}
