using IntegrationsDashboard.Syncing.Running;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Syncing.Schedule;

/// <summary>Starts the syncs that are due.</summary>
public sealed class ClaimDueJob(SyncDispatcher dispatcher, ILogger<ClaimDueJob> logger) : RecurringJob(logger)
{
    /// <inheritdoc/>
    public override Task RunAsync(CancellationToken ct) => dispatcher.DispatchAsync(ct);
}
