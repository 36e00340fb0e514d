using IntegrationsDashboard.Store;

namespace IntegrationsDashboard.Web.Hosting;

/// <summary>Writes, within a second, the changes of status that time alone makes; looks only at the integrations that are due.</summary>
internal sealed class StatusClock(Ledger ledger, TimeProvider time, ILogger<StatusClock> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ledger.SettleDueAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "The statuses that are due could not be written; the next second tries again.");
            }
        }
    }
}
