using IntegrationsDashboard.Store;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Syncing.Schedule;

/// <summary>Writes the changes of status that time alone makes; looks only at the integrations that are due.</summary>
public sealed class SettleDueJob(Ledger ledger, ILogger<SettleDueJob> logger) : RecurringJob(logger)
{
    /// <inheritdoc/>
    public override Task RunAsync(CancellationToken ct) => ledger.SettleDueAsync(ct);
}
