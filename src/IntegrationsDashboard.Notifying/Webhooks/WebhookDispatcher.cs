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
    ILogger<WebhookDispatcher> logger) : Dispatcher<ClaimedDelivery, AttemptOutcome>(feed, time, logger)
{
    private readonly List<Task> _mails = [];

    /// <summary>Makes deliveries of all messages that are new.</summary>
    public override Task ReadAsync(CancellationToken ct = default) => ledger.FanOutAsync(writer.Write, ct);

    // Whatever ended since the last time is recorded in one transaction: the busier it is, the more there is in each.
    /// <inheritdoc/>
    protected override async Task RecordAndClaimAsync(bool claims, CancellationToken ct)
    {
        if (Finished.Count > 0)
        {
            // What follows is mostly due by then: claimed in the same transaction, it costs none of its own.
            var room = claims ? options.Parallelism - InFlightCount : 0;
            var (switchedOff, claimed) = await ledger.WriteAsync(
                async session => (await RecordAsync(session), room > 0 ? await session.ClaimDeliveriesAsync(Owner, room, options.Lease, Busy(), ct) : []),
                ct: ct);
            Finished.Clear();
            _mails.RemoveAll(sent => sent.IsCompleted);
            _mails.AddRange(switchedOff.Select(one => Task.Run(() => mail.SendAsync(one.Delivery, one.Why, ct), ct)));
            Send(claimed, delivery => sender.SendAsync(delivery, ct));
        }

        while (claims && options.Parallelism - InFlightCount is > 0 and var room)
        {
            var claimed = await ledger.ClaimDeliveriesAsync(Owner, room, options.Lease, Busy(), ct);
            if (claimed.Count == 0)
            {
                return;
            }

            Send(claimed, delivery => sender.SendAsync(delivery, ct));
        }
    }

    /// <inheritdoc/>
    protected override Task SettleAsync() => Task.WhenAll(_mails);

    private Dictionary<int, int> Busy() => InFlight.CountBy(delivery => delivery.WebhookId).ToDictionary();

    private async Task<List<(ClaimedDelivery Delivery, WebhookEnd Why)>> RecordAsync(LedgerSession session)
    {
        var switchedOff = new List<(ClaimedDelivery, WebhookEnd)>();
        foreach (var (delivery, outcome) in Finished)
        {
            if (await session.RecordAttemptAsync(delivery, outcome) is { } why)
            {
                switchedOff.Add((delivery, why));
            }
        }

        return switchedOff;
    }
}
