using IntegrationsDashboard.Store;

namespace IntegrationsDashboard.Syncing.Clock;

/// <summary>Erases what the rules no longer keep: deleted integrations after their grace, bodies, syncs, records and links after their time.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="retention">How long what is kept.</param>
public sealed class Housekeeping(Ledger ledger, RetentionRules retention)
{
    /// <summary>Erases all that is due, in batches between which others may write. Broken off, it goes on the next time.</summary>
    public async Task RunAsync(CancellationToken ct = default)
    {
        await ledger.SettleDueAsync(ct);
        await ledger.EraseDeletedAsync(ct);
        await ledger.EraseOutdatedAsync(retention, ct);
    }
}
