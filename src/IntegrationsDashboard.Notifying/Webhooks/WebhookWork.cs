using Microsoft.Extensions.Hosting;

namespace IntegrationsDashboard.Notifying.Webhooks;

/// <summary>Has the dispatcher run as long as the program does.</summary>
internal sealed class WebhookWork(WebhookDispatcher dispatcher) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => dispatcher.RunAsync(stoppingToken);
}
