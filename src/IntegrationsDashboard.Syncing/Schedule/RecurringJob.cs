using Microsoft.Extensions.Logging;
using Quartz;

namespace IntegrationsDashboard.Syncing.Schedule;

/// <summary>
/// Work that is done again and again, never twice at once. If it fails, that is logged, and the next time tries again.
/// </summary>
[DisallowConcurrentExecution]
public abstract class RecurringJob(ILogger logger) : IJob
{
    /// <summary>Does the work once.</summary>
    public abstract Task RunAsync(CancellationToken ct);

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "{Job} failed; the next time tries again.", GetType().Name);
        }
    }
}
