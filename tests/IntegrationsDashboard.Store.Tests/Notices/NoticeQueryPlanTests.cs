using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Store.Tests.Plans;

namespace IntegrationsDashboard.Store.Tests.Notices;

/// <summary>What is done every second reads what is due, and nothing else.</summary>
public sealed class NoticeQueryPlanTests(PlannedStore planned) : IClassFixture<PlannedStore>
{
    private static readonly NoticeTiming Timing = new(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5), new TimeOnly(7, 0), TimeZoneInfo.Utc);

    private readonly TestStore _store = planned.Store;

    [Fact]
    public async Task Whatever_is_noted_and_told_is_found_through_an_index()
    {
        await _store.Ledger.NoteChangesAsync(Timing);
        await _store.AddMemberAsync("Ada", Role.Member);
        await _store.Ledger.WriteAsync(s => s.CreateChannelAsync(_store.Production, "https://example.com/", NoticeChoice.Default, ""));
        var integration = await _store.AddAsync();
        await _store.FinishAsync(integration, "a", SyncState.Succeeded);
        await _store.FinishAsync(integration, "b", SyncState.Failed, _store.Now.AddSeconds(1));
        await NotesAsync("IX_Incidents_HealsAt", "IX_Incidents_Open");
        await ClaimsAsync(ofChannels: false);
        await ClaimsAsync(ofChannels: true);

        await _store.FinishAsync(integration, "c", SyncState.Succeeded, _store.Now.AddSeconds(2));
        await NotesAsync();
        _store.Time.Advance(TimeSpan.FromHours(2));
        await NotesAsync("IX_Incidents_HealsAt", "IX_Notices_IncidentId");

        var erased = await planned.ExplainAsync(() => _store.Ledger.WriteAsync(async s =>
            await s.EraseNoticesAsync(s.Now, 10) + await s.EraseIncidentsAsync(s.Now, 10)));
        AssertSeeks(erased, "IX_Notices_EndedAt", "IX_Incidents_ClosedAt", "IX_Notices_IncidentId");
    }

    private async Task NotesAsync(params string[] indexes) =>
        AssertSeeks(await planned.ExplainAsync(() => _store.Ledger.NoteChangesAsync(Timing)), indexes);

    private async Task ClaimsAsync(bool ofChannels)
    {
        IReadOnlyList<ClaimedNotices> claimed = [];
        var plans = await planned.ExplainAsync(async () =>
        {
            claimed = await _store.Ledger.ClaimNoticesAsync("a", 5, TimeSpan.FromMinutes(1), ofChannels, Timing);
            await _store.Ledger.WriteAsync(s => s.RecordToldAsync(claimed[0]));
        });
        Assert.Single(claimed);
        AssertSeeks(plans, "IX_Notices_DueAt");
    }

    private static void AssertSeeks(IReadOnlyList<QueryPlan> plans, params string[] indexes)
    {
        Assert.All(plans, plan => plan.AssertSeeks(maySort: true));
        Assert.All(indexes, index => Assert.Contains(plans, plan => plan.Steps.Any(step => step.Contains(index, StringComparison.Ordinal))));
    }
}
