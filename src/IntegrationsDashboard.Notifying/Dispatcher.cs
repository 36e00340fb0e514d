using IntegrationsDashboard.Store;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Notifying;

/// <summary>
/// Takes from the store what is to be sent, has it sent, and records how that went. All that it knows lies in the store: whenever its
/// process dies, another goes on.
/// </summary>
/// <typeparam name="TClaimed">What is taken: it belongs to this process until its lease ends.</typeparam>
/// <typeparam name="TOutcome">How sending it went.</typeparam>
/// <param name="feed">Says that there may be something to send.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Hears of what could not be recorded.</param>
public abstract class Dispatcher<TClaimed, TOutcome>(ChangeFeed feed, TimeProvider time, ILogger logger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<(TClaimed Claimed, Task<TOutcome> Sending)> _inFlight = [];

    /// <summary>Who this process is, in the store.</summary>
    protected string Owner { get; } = $"{Environment.MachineName}:{Environment.ProcessId}:{Secrets.NewSyncId()}";

    /// <summary>Hears of what could not be done.</summary>
    protected ILogger Logger { get; } = logger;

    /// <summary>What it is sending.</summary>
    protected IEnumerable<TClaimed> InFlight => _inFlight.Select(one => one.Claimed);

    /// <summary>How much it is sending.</summary>
    protected int InFlightCount => _inFlight.Count;

    /// <summary>What was sent and is not recorded yet.</summary>
    protected List<(TClaimed Claimed, TOutcome Outcome)> Finished { get; } = [];

    /// <summary>Sends what is due until nothing is. Called off, it drops what is in flight as if the process had died.</summary>
    public async Task SendDueAsync(CancellationToken ct = default)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await StepAsync(true, ct);
            while (_inFlight.Count > 0)
            {
                await Task.WhenAny(_inFlight.Select(one => one.Sending)).WaitAsync(ct);
                await StepAsync(true, ct);
            }

            await SettleAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Reads what is new and sends what is due as soon as there is something to do, until it is stopped; then it takes nothing more, waits
    /// for what is in flight, which has a time limit, and records it.
    /// </summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        await _turn.WaitAsync(CancellationToken.None);
        using var wakeUps = new WakeUps(feed, time, stopping);
        try
        {
            while (true)
            {
                var next = wakeUps.NextAsync();
                var stops = stopping.IsCancellationRequested;
                await TryAsync(async () =>
                {
                    if (!stops)
                    {
                        await ReadAsync(CancellationToken.None);
                    }

                    await StepAsync(!stops, CancellationToken.None);
                });
                if (stops && _inFlight.Count == 0)
                {
                    break;
                }

                // While it stops, the token has nothing new to say: only what is in flight is waited for.
                await Task.WhenAny([.. _inFlight.Select(one => one.Sending), .. stops ? Array.Empty<Task>() : [next]]);
            }

            await SettleAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _turn.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes something to send of what the store has new.</summary>
    public abstract Task ReadAsync(CancellationToken ct = default);

    /// <summary>Records <see cref="Finished"/>, which is emptied then, and has more sent by <see cref="Send"/> where it <paramref name="claims"/>.</summary>
    protected abstract Task RecordAndClaimAsync(bool claims, CancellationToken ct);

    /// <summary>Waits for what else was begun.</summary>
    protected virtual Task SettleAsync() => Task.CompletedTask;

    /// <summary>Sends something, beside all else.</summary>
    protected void Send(IEnumerable<TClaimed> claimed, Func<TClaimed, Task<TOutcome>> send) =>
        _inFlight.AddRange(claimed.Select(one => (one, Task.Run(() => send(one)))));

    private async Task StepAsync(bool claims, CancellationToken ct)
    {
        // Looked at once: what ends while we look is the next turn's.
        var ended = _inFlight.Where(one => one.Sending.IsCompleted).ToHashSet();
        _inFlight.RemoveAll(ended.Contains);
        foreach (var (claimed, sending) in ended.Where(one => one.Sending.IsCompletedSuccessfully))
        {
            Finished.Add((claimed, await sending));
        }

        await RecordAndClaimAsync(claims, ct);
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception)
        {
            // What is not recorded is kept for the next time; should it never be, the lease ends and it is sent again.
            Logger.LogError(exception, "What is to be sent could not be read, claimed or recorded; the next second tries again.");
        }
    }
}
