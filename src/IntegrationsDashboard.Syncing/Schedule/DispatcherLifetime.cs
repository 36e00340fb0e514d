using IntegrationsDashboard.Syncing.Running;
using Microsoft.Extensions.Hosting;

namespace IntegrationsDashboard.Syncing.Schedule;

/// <summary>Breaks off the running syncs when the program stops, so that the next one need not wait for their leases.</summary>
internal sealed class DispatcherLifetime(SyncDispatcher dispatcher) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => dispatcher.StopAsync();
}
