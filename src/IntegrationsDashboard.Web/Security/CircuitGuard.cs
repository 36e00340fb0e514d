using IntegrationsDashboard.Store;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace IntegrationsDashboard.Web.Security;

/// <summary>
/// Binds an open page to the session it was opened with: once that has ended, or its rights have changed, the page hears nothing
/// and nothing is heard from it.
/// </summary>
internal sealed class CircuitGuard(CurrentAccess current, ChangeFeed feed, TimeProvider time) : CircuitHandler, IDisposable
{
    // Another process may have ended the session, or time.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private IDisposable? _subscription;
    private ITimer? _timer;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (await current.FindAsync() is { } access)
        {
            _subscription = feed.SubscribeToAccess(access.Person.PersonId, Check);
            _timer = time.CreateTimer(_ => Check(), null, Pause, Pause);
        }
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        context => current.HasEnded ? Task.CompletedTask : next(context);

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _timer?.Dispose();
    }

    // Off the writer's thread: it asks the store.
    private void Check() => _ = Task.Run(current.CheckAsync);
}
