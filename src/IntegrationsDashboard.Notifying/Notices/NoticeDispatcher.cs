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
    ILogger<NoticeDispatcher> logger) : Dispatcher<ClaimedNotices, bool>(feed, time, logger)
{
    /// <summary>How many mails are sent at the same time: a mail server that hangs holds up no more.</summary>
    public const int Parallelism = 4;

    private const int MostChannels = 50;

    private TimeSpan MailLease => mail.TimeLimit + options.Lease;

    /// <summary>Notes all that people and channels are to be told of.</summary>
    public override Task ReadAsync(CancellationToken ct = default) => ledger.NoteChangesAsync(options.Timing, ct);

    /// <inheritdoc/>
    protected override async Task RecordAndClaimAsync(bool claims, CancellationToken ct)
    {
        if (Finished.Count > 0)
        {
            await ledger.WriteAsync(RecordAsync, ct);
            Finished.Clear();
        }

        if (!claims)
        {
            return;
        }

        await TellChannelsAsync(ct);
        while (Parallelism - InFlightCount is > 0 and var room)
        {
            var claimed = await ledger.ClaimNoticesAsync(Owner, room, MailLease, ofChannels: false, options.Timing, ct);
            if (claimed.Count == 0)
            {
                return;
            }

            Send(claimed, one => mailer.SendAsync(one, ct));
        }
    }

    private async Task RecordAsync(LedgerSession session)
    {
        foreach (var (claimed, isSent) in Finished)
        {
            await (isSent ? session.RecordToldAsync(claimed) : session.RecordUntoldAsync(claimed, Pause));
        }
    }

    // Nothing is waited for: the webhooks' own deliveries bring it there.
    private async Task TellChannelsAsync(CancellationToken ct)
    {
        while (await ledger.ClaimNoticesAsync(Owner, MostChannels, options.Lease, ofChannels: true, options.Timing, ct) is { Count: > 0 } claimed)
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
            Logger.LogError(exception, "What channel {Webhook} is told could not be written.", claimed.WebhookId);
            return null;
        }
    }

    private static TimeSpan? Pause(int attempts) => RetryPauses.After(attempts, null);
}
