using Microsoft.Extensions.Hosting;

namespace IntegrationsDashboard.Notifying.Notices;

/// <summary>Has the dispatcher run as long as the program does.</summary>
internal sealed class NoticeWork(NoticeDispatcher dispatcher) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => dispatcher.RunAsync(stoppingToken);
}
