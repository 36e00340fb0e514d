using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Notifying.Webhooks;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Recording;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Notifying.Notices;

/// <summary>
/// Decides what people and channels are told, and tells them. All that it knows lies in the store: whenever its process dies, another
/// goes on. A mail that was sent and not recorded is sent again; a channel is told once.
/// </summary>
/// <param name="ledger">Records what was told.</param>
/// <param name="writer">Writes the texts to channels.</param>
/// <param name="mailer">Mails people.</param>
/// <param name="feed">Says that there may be something to tell.</param>
/// <param name="options">When it is told.</param>
/// <param name="mail">How long a mail may take.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Hears of what could not be recorded.</param>
public sealed class NoticeDispatcher(
    Ledger ledger,
    NoticeWriter writer,
    NoticeMailer mailer,
    ChangeFeed feed,
    NotifyingOptions options,
    MailOptions mail,
    TimeProvider time,
    ILogger<NoticeDispatcher> logger) : IDisposable
{
    /// <summary>How many mails are sent at the same time: a mail server that hangs holds up no more.</summary>
    public const int Parallelism = 4;

    private const int MostChannels = 50;

    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Secrets.NewSyncId()}";
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<(ClaimedNotices Claimed, Task<bool> Mail)> _inFlight = [];
    private readonly List<(ClaimedNotices Claimed, bool IsSent)> _finished = [];

    private TimeSpan MailLease => mail.TimeLimit + options.Lease;

    /// <summary>Notes all that people and channels are to be told of.</summary>
    public Task NoteChangesAsync(CancellationToken ct = default) => ledger.NoteChangesAsync(options.Timing, ct);

    /// <summary>Tells what is due until nothing is. Called off, it drops what is in flight as if the process had died.</summary>
    public async Task TellDueAsync(CancellationToken ct = default)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await RecordAndClaimAsync(true, ct);
            while (_inFlight.Count > 0)
            {
                await Task.WhenAny(_inFlight.Select(one => one.Mail)).WaitAsync(ct);
                await RecordAndClaimAsync(true, ct);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Does both as soon as there is something to do, until it is stopped; then it takes nothing more, waits for the mails in flight, which
    /// have a time limit, and records them.
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
                        await NoteChangesAsync(CancellationToken.None);
                    }

                    await RecordAndClaimAsync(!stops, CancellationToken.None);
                });
                if (stops && _inFlight.Count == 0)
                {
                    break;
                }

                // While it stops, the token has nothing new to say: only what is in flight is waited for.
                await Task.WhenAny([.. _inFlight.Select(one => one.Mail), .. stops ? Array.Empty<Task>() : [next]]);
            }
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
            // What is not recorded is kept for the next time; should it never be, the lease ends and it is told again.
            logger.LogError(exception, "What people and channels are told could not be claimed or recorded; the next second tries again.");
        }
    }

    private async Task RecordAndClaimAsync(bool claims, CancellationToken ct)
    {
        // Looked at once: what ends while we look is the next turn's.
        var ended = _inFlight.Where(one => one.Mail.IsCompleted).ToHashSet();
        _inFlight.RemoveAll(ended.Contains);
        foreach (var (claimed, sent) in ended.Where(one => one.Mail.IsCompletedSuccessfully))
        {
            _finished.Add((claimed, await sent));
        }

        if (_finished.Count > 0)
        {
            await ledger.WriteAsync(RecordAsync, ct);
            _finished.Clear();
        }

        if (!claims)
        {
            return;
        }

        await TellChannelsAsync(ct);
        while (Parallelism - _inFlight.Count is > 0 and var room)
        {
            var claimed = await ledger.ClaimNoticesAsync(_owner, room, MailLease, ofChannels: false, options.Timing, ct);
            if (claimed.Count == 0)
            {
                return;
            }

            _inFlight.AddRange(claimed.Select(one => (one, Task.Run(() => mailer.SendAsync(one, ct), ct))));
        }
    }

    private async Task RecordAsync(LedgerSession session)
    {
        foreach (var (claimed, isSent) in _finished)
        {
            await (isSent ? session.RecordToldAsync(claimed) : session.RecordUntoldAsync(claimed, Pause));
        }
    }

    // Nothing is waited for: the webhooks' own deliveries bring it there.
    private async Task TellChannelsAsync(CancellationToken ct)
    {
        while (await ledger.ClaimNoticesAsync(_owner, MostChannels, options.Lease, ofChannels: true, options.Timing, ct) is { Count: > 0 } claimed)
        {
            var texts = claimed.Select(one => (Claimed: one, Text: TryWrite(one))).ToList();
            await ledger.WriteAsync(
                async session =>
                {
                    foreach (var (one, text) in texts)
                    {
                        await (text is null ? session.RecordUntoldAsync(one, Pause, ct) : session.RecordToldAsync(one, text, ct));
                    }
                },
                ct);
        }
    }

    private NewDelivery? TryWrite(ClaimedNotices claimed)
    {
        try
        {
            return writer.WriteChannel(claimed);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "What channel {Webhook} is told could not be written.", claimed.WebhookId);
            return null;
        }
    }

    private static TimeSpan? Pause(int attempts) => RetryPauses.After(attempts, null);
}
