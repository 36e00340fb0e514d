using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Notifying.Webhooks;

/// <summary>
/// Brings the messages of the outbox to the webhooks. All that it knows lies in the store: whenever its process dies, another goes on,
/// and sends again only what was not recorded as acknowledged.
/// </summary>
/// <param name="ledger">Records what was sent.</param>
/// <param name="writer">Writes the messages.</param>
/// <param name="sender">Sends them.</param>
/// <param name="mail">Tells of webhooks that were switched off.</param>
/// <param name="feed">Says that there may be something to send.</param>
/// <param name="options">How many at a time, and for how long.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Hears of what could not be recorded.</param>
public sealed class WebhookDispatcher(
    Ledger ledger,
    MessageWriter writer,
    WebhookSender sender,
    SwitchedOffMail mail,
    ChangeFeed feed,
    NotifyingOptions options,
    TimeProvider time,
    ILogger<WebhookDispatcher> logger) : IDisposable
{
    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Secrets.NewSyncId()}";
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<(ClaimedDelivery Delivery, Task<AttemptOutcome> Attempt)> _inFlight = [];
    private readonly List<(ClaimedDelivery Delivery, AttemptOutcome Outcome)> _finished = [];
    private readonly List<Task> _mails = [];

    /// <summary>Makes deliveries of all messages that are new.</summary>
    public Task FanOutAsync(CancellationToken ct = default) => ledger.FanOutAsync(writer.Write, ct);

    /// <summary>Tries what is due until nothing is. Called off, it drops what is in flight as if the process had died.</summary>
    public async Task DeliverDueAsync(CancellationToken ct = default)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await RecordAndClaimAsync(true, ct);
            while (_inFlight.Count > 0)
            {
                await Task.WhenAny(_inFlight.Select(one => one.Attempt)).WaitAsync(ct);
                await RecordAndClaimAsync(true, ct);
            }

            await Task.WhenAll(_mails);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Does both as soon as there is something to do, until it is stopped; then it takes nothing more, waits for what is in flight, which
    /// has a time limit, and records it.
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
                        await FanOutAsync(CancellationToken.None);
                    }

                    await RecordAndClaimAsync(!stops, CancellationToken.None);
                });
                if (stops && _inFlight.Count == 0)
                {
                    break;
                }

                // While it stops, the token has nothing new to say: only what is in flight is waited for.
                await Task.WhenAny([.. _inFlight.Select(one => one.Attempt), .. stops ? Array.Empty<Task>() : [next]]);
            }

            await Task.WhenAll(_mails);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception)
        {
            // What is not recorded is kept for the next time; should it never be, the lease ends and it is sent again.
            logger.LogError(exception, "Deliveries to webhooks could not be claimed or recorded; the next second tries again.");
        }
    }

    // Whatever ended since the last time is recorded in one transaction: the busier it is, the more there is in each.
    private async Task RecordAndClaimAsync(bool claims, CancellationToken ct)
    {
        // Looked at once: what ends while we look is the next turn's.
        var ended = _inFlight.Where(one => one.Attempt.IsCompleted).ToHashSet();
        _inFlight.RemoveAll(ended.Contains);
        foreach (var (delivery, attempt) in ended.Where(one => one.Attempt.IsCompletedSuccessfully))
        {
            _finished.Add((delivery, await attempt));
        }

        if (_finished.Count > 0)
        {
            // What follows is mostly due by then: claimed in the same transaction, it costs none of its own.
            var room = claims ? options.Parallelism - _inFlight.Count : 0;
            var (switchedOff, claimed) = await ledger.WriteAsync(
                async session => (await RecordAsync(session), room > 0 ? await session.ClaimDeliveriesAsync(_owner, room, options.Lease, Busy(), ct) : []),
                ct: ct);
            _finished.Clear();
            _mails.RemoveAll(sent => sent.IsCompleted);
            _mails.AddRange(switchedOff.Select(one => Task.Run(() => mail.SendAsync(one.Delivery, one.Why, ct), ct)));
            Send(claimed, ct);
        }

        while (claims && options.Parallelism - _inFlight.Count is > 0 and var room)
        {
            var claimed = await ledger.ClaimDeliveriesAsync(_owner, room, options.Lease, Busy(), ct);
            if (claimed.Count == 0)
            {
                return;
            }

            Send(claimed, ct);
        }
    }

    private Dictionary<int, int> Busy() => _inFlight.CountBy(one => one.Delivery.WebhookId).ToDictionary();

    private void Send(IReadOnlyList<ClaimedDelivery> claimed, CancellationToken ct) =>
        _inFlight.AddRange(claimed.Select(delivery => (delivery, Task.Run(() => sender.SendAsync(delivery, ct), ct))));

    private async Task<List<(ClaimedDelivery Delivery, WebhookEnd Why)>> RecordAsync(LedgerSession session)
    {
        var switchedOff = new List<(ClaimedDelivery, WebhookEnd)>();
        foreach (var (delivery, outcome) in _finished)
        {
            if (await session.RecordAttemptAsync(delivery, outcome) is { } why)
            {
                switchedOff.Add((delivery, why));
            }
        }

        return switchedOff;
    }
}
