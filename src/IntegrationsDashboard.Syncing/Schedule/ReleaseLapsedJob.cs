using IntegrationsDashboard.Store;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Syncing.Schedule;

/// <summary>Ends the syncs whose process does not answer any more.</summary>
public sealed class ReleaseLapsedJob(Ledger ledger, ILogger<ReleaseLapsedJob> logger) : RecurringJob(logger)
{
    /// <inheritdoc/>
    public override Task RunAsync(CancellationToken ct) => ledger.ReleaseLapsedAsync(ct);
}
