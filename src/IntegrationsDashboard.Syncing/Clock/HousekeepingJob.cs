using Quartz;

namespace IntegrationsDashboard.Syncing.Clock;

/// <summary>Runs the <see cref="Housekeeping"/> when its trigger fires, once at a time.</summary>
/// <param name="housekeeping">What it runs.</param>
[DisallowConcurrentExecution]
public sealed class HousekeepingJob(Housekeeping housekeeping) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await housekeeping.RunAsync(cancellationToken);
}
