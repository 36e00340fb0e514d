using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests.Notices;

/// <summary>What was told is kept as long as syncs; what is not over stays.</summary>
public sealed class NoticeRetentionTests : StoreTest
{
    private static readonly NoticeTiming Timing = new(TimeSpan.FromHours(1), TimeSpan.Zero, new TimeOnly(7, 0), TimeZoneInfo.Utc);

    [Fact]
    public async Task What_was_told_goes_with_its_incident_once_that_has_ended_and_an_open_one_stays()
    {
        await Store.AddMemberAsync("Ada", Role.Viewer);
        await Store.Ledger.NoteChangesAsync(Timing);
        var (healed, failing) = (await Store.AddAsync(), await Store.AddAsync());
        await FinishAsync(healed, SyncState.Succeeded, SyncState.Failed, SyncState.Succeeded);
        await FinishAsync(failing, SyncState.Succeeded, SyncState.Failed);
        Store.Time.Advance(TimeSpan.FromHours(1));
        await TellAsync();
        Assert.Equal(3, Count("Notices"));
        Store.Time.Advance(RetentionRules.Default.Syncs - TimeSpan.FromMinutes(1));
        await Store.Ledger.EraseOutdatedAsync(RetentionRules.Default);
        Assert.Equal(3, Count("Notices"));

        Store.Time.Advance(TimeSpan.FromMinutes(1));
        await Store.Ledger.EraseOutdatedAsync(RetentionRules.Default);
        Assert.Equal(0, Count("Notices"));
        Assert.Equal([failing.Id], Store.Rows("SELECT IntegrationId FROM Incidents"));
    }

    private async Task FinishAsync(Integration integration, params SyncState[] states)
    {
        foreach (var (number, state) in states.Index())
        {
            Store.Time.Advance(TimeSpan.FromMinutes(1));
            await Store.FinishAsync(integration, $"{integration.Id}-{number}", state);
            await Store.Ledger.NoteChangesAsync(Timing);
        }
    }

    private async Task TellAsync()
    {
        await Store.Ledger.NoteChangesAsync(Timing);
        var claimed = await Store.Ledger.ClaimNoticesAsync("a", 5, TimeSpan.FromMinutes(1), ofChannels: false, Timing);
        await Store.Ledger.WriteAsync(session => session.RecordToldAsync(Assert.Single(claimed)));
    }

    private int Count(string table) => int.Parse(Store.Rows($"SELECT COUNT(*) FROM {table}")[0], System.Globalization.CultureInfo.InvariantCulture);
}
