using System.Threading.Channels;
using IntegrationsDashboard.Store;

namespace IntegrationsDashboard.Web.Api.Events;

/// <summary>
/// Wakes a stream of events when something was committed in its workspace, or when its next heartbeat is due. What comes while the
/// stream is at work is kept, but only once: it then looks at all there is.
/// </summary>
internal sealed class EventSignals : IDisposable
{
    private readonly Channel<bool> _signals =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly IDisposable _subscription;
    private readonly ITimer _timer;
    private int _isHeartbeatDue;

    /// <summary>Listens from now on.</summary>
    public EventSignals(ChangeFeed feed, int workspaceId, TimeProvider time, TimeSpan heartbeat)
    {
        _subscription = feed.Subscribe(workspaceId, _ => _signals.Writer.TryWrite(true));
        _timer = time.CreateTimer(
            _ =>
            {
                Volatile.Write(ref _isHeartbeatDue, 1);
                _signals.Writer.TryWrite(true);
            },
            null,
            heartbeat,
            heartbeat);
    }

    /// <summary>Waits for the next signal.</summary>
    public async Task WaitAsync(CancellationToken ct) => await _signals.Reader.ReadAsync(ct);

    /// <summary>Whether a heartbeat has become due since the last call.</summary>
    public bool TakeHeartbeat() => Interlocked.Exchange(ref _isHeartbeatDue, 0) == 1;

    /// <inheritdoc/>
    public void Dispose()
    {
        _subscription.Dispose();
        _timer.Dispose();
    }
}
