using IntegrationsDashboard.Syncing.Running;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Syncing.Schedule;

/// <summary>Says that the syncs of this process still run.</summary>
public sealed class RenewLeasesJob(SyncDispatcher dispatcher, ILogger<RenewLeasesJob> logger) : RecurringJob(logger)
{
    /// <inheritdoc/>
    public override Task RunAsync(CancellationToken ct) => dispatcher.RenewLeasesAsync(ct);
}
