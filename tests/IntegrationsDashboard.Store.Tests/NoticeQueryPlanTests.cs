using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Tests.Plans;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>The page of the notifications reads what it shows, and nothing that others were told.</summary>
public sealed class NoticeQueryPlanTests(PlannedStore planned) : IClassFixture<PlannedStore>
{
    private readonly TestStore _store = planned.Store;

    [Fact]
    public async Task What_somebody_was_told_last_is_read_from_the_last_on_and_not_sorted()
    {
        var person = await _store.AddMemberAsync("Ada", Role.Viewer);
        var plans = await planned.ExplainAsync(() => _store.Notices.LastAsync(person.Id, [_store.Workspace.WorkspaceId], 20));
        Assert.Equal(2, plans.Count);
        Assert.All(plans, plan => plan.AssertSeeks());
        Assert.All(plans, plan => plan.AssertSeeksBy("n", "IX_Notices_PersonId_EndedAt", plan == plans[0] ? "PersonId=? AND EndedAt=?" : "PersonId=? AND EndedAt>?"));
    }
}
