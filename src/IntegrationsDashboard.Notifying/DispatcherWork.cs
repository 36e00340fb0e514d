using Microsoft.Extensions.Hosting;

namespace IntegrationsDashboard.Notifying;

/// <summary>Has a dispatcher run as long as the program does.</summary>
internal sealed class DispatcherWork(Func<CancellationToken, Task> run) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => run(stoppingToken);
}
