using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>How long nothing may get through before a webhook is switched off.</summary>
    public static readonly TimeSpan WebhookPatience = TimeSpan.FromDays(5);

    /// <summary>How many deliveries to one webhook a process tries at the same time: one that is slow leaves room for the others.</summary>
    public const int MostPerWebhook = 8;

    /// <summary>The same for a webhook that nothing gets through to at the moment.</summary>
    public const int MostPerFailingWebhook = 2;

    internal const string WebhookReader = "webhooks";

    /// <summary>
    /// Turns the next messages to the outside into deliveries to the webhooks that asked for them; returns how many messages it read.
    /// Each is read once, whatever happens to the process.
    /// </summary>
    /// <param name="most">How many messages at the most.</param>
    /// <param name="write">
    /// Writes a message as its receivers get it; null where what it told of has been erased since.
    /// </param>
    /// <param name="ct">Calls it off.</param>
    public async Task<int> FanOutAsync(
        int most, Func<OutboxMessage, MessageSubject, NewDelivery?> write, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        var webhooks = await _db.Webhooks.AsNoTracking().Where(webhook => webhook.DisabledAt == null).ToListAsync(ct);
        var position = await _db.OutboxReaders.FindAsync([WebhookReader], ct);
        if (position is null)
        {
            _db.OutboxReaders.Add(position = new OutboxReader { Id = WebhookReader });
        }

        // What came before the first webhook is for none of them.
        var first = webhooks.Count == 0 ? await LastMessageAsync(ct) : webhooks.Min(webhook => webhook.AfterMessageId);
        if (first > position.LastMessageId)
        {
            position.LastMessageId = first;
            await SaveAsync(position, ct);
        }

        var messages = await NextMessagesAsync(position, most, ct);
        if (messages.Count == 0)
        {
            return 0;
        }

        foreach (var message in messages)
        {
            var receivers = webhooks
                .Where(w => w.WorkspaceId == message.WorkspaceId && w.AfterMessageId < message.Id && w.Types.Contains(message.Type))
                .ToList();
            if (receivers.Count == 0 || await SubjectAsync(message, ct) is not { } subject)
            {
                continue;
            }

            var environmentId = subject.Integration?.EnvironmentId ?? subject.Flow?.EnvironmentId;
            receivers.RemoveAll(w => w.EnvironmentId != environmentId);
            if (receivers.Count > 0 && write(message, subject) is { } made)
            {
                foreach (var receiver in receivers)
                {
                    _db.Deliveries.Add(New(receiver.Id, made));
                }
            }
        }

        position.LastMessageId = messages[^1].Id;
        await SaveAsync(position, ct);
        return messages.Count;
    }

    /// <summary>Queues a message to one webhook that no event caused.</summary>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="UnknownIdException">The workspace has no such webhook.</exception>
    public async Task<long> SendTestAsync(WorkspaceScope scope, int webhookId, NewDelivery message, CancellationToken ct = default)
    {
        var webhook = await WebhookAsync(scope, webhookId, ct);
        var delivery = New(webhook.Id, message);
        _db.Deliveries.Add(delivery);
        await _db.SaveChangesAsync(ct);
        _changes.Add(new IntegrationChanged(webhook.WorkspaceId, null));
        return delivery.Id;
    }

    /// <summary>
    /// Takes deliveries that are due: of those about one integration to one webhook only the first that is still pending. Whoever takes
    /// one has to record its outcome before the lease ends; else another process takes it.
    /// </summary>
    /// <param name="owner">Which process takes them.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="lease">How long they are its own.</param>
    /// <param name="inFlight">How many deliveries to each webhook it tries already; null for none.</param>
    /// <param name="ct">Calls it off.</param>
    /// <returns>Those that it may try now; where there are fewer than it asked for, and not none, more may be due to other webhooks.</returns>
    public async Task<IReadOnlyList<ClaimedDelivery>> ClaimDeliveriesAsync(
        string owner, int most, TimeSpan lease, IReadOnlyDictionary<int, int>? inFlight = null, CancellationToken ct = default)
    {
        var due = await DueDeliveries(_db, Now, inFlight).OrderBy(d => d.NextAttemptAt).ThenBy(d => d.Id).Take(most).ToListAsync(ct);
        var taken = new Dictionary<int, int>(inFlight ?? new Dictionary<int, int>());
        var claimed = new List<ClaimedDelivery>(due.Count);
        foreach (var delivery in due)
        {
            var webhook = (await _db.Webhooks.FindAsync([delivery.WebhookId], ct))!;
            var already = taken.GetValueOrDefault(webhook.Id);
            if (already >= (webhook.FailingSince is null ? MostPerWebhook : MostPerFailingWebhook))
            {
                continue;
            }

            taken[webhook.Id] = already + 1;
            (delivery.Owner, delivery.LeaseUntil) = (owner, Now + lease);
            _db.Entry(delivery).DetectChanges();
            claimed.Add(new ClaimedDelivery
            {
                Id = delivery.Id,
                Owner = owner,
                LeaseUntil = Now + lease,
                WebhookId = webhook.Id,
                WorkspaceId = webhook.WorkspaceId,
                Url = webhook.Url,
                ProtectedSecrets = webhook is { ProtectedPreviousSecret: { } previous, PreviousSecretUntil: { } until } && until > Now
                    ? [webhook.ProtectedSecret, previous]
                    : [webhook.ProtectedSecret],
                MessageId = delivery.MessageId,
                Payload = delivery.Payload,
                Attempts = delivery.Attempts,
            });
        }

        await _db.SaveChangesAsync(ct);
        return claimed;
    }

    /// <summary>Records how an attempt went. One whose lease was lost meanwhile changes nothing but what is kept of attempts.</summary>
    /// <returns>Why this switched the webhook off; null where it did not.</returns>
    public async Task<WebhookEnd?> RecordAttemptAsync(ClaimedDelivery claimed, AttemptOutcome outcome, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        ArgumentNullException.ThrowIfNull(outcome);
        var delivery = await _db.Deliveries.FindAsync([claimed.Id], ct);
        if (delivery is null)
        {
            return null;
        }

        _db.DeliveryAttempts.Add(outcome.Attempt);
        if (delivery.Owner != claimed.Owner || delivery.State != DeliveryState.Pending)
        {
            return null;
        }

        delivery.Attempts++;
        delivery.LastStatus = outcome.Attempt.Status;
        delivery.State = outcome.State;
        delivery.NextAttemptAt = outcome.State == DeliveryState.Pending ? outcome.NextAttemptAt : null;
        delivery.EndedAt = outcome.State == DeliveryState.Pending ? null : Now;
        (delivery.Owner, delivery.LeaseUntil) = (null, null);
        await SaveAsync(delivery, ct);

        var webhook = (await _db.Webhooks.FindAsync([delivery.WebhookId], ct))!;
        if (outcome.State == DeliveryState.Delivered)
        {
            webhook.FailingSince = null;
        }
        else
        {
            webhook.FailingSince ??= outcome.Attempt.At;
        }

        await SaveAsync(webhook, ct);
        _changes.Add(new IntegrationChanged(webhook.WorkspaceId, null));
        WebhookEnd? end = outcome.IsGone ? WebhookEnd.Gone : webhook.FailingSince + WebhookPatience <= Now ? WebhookEnd.Failing : null;
        if (end is not { } why || webhook.DisabledAt is not null)
        {
            return null;
        }

        await DisableAsync(webhook, why, ct);
        return why;
    }

    /// <summary>Sends a delivery again that is not pending: as a delivery of its own with the same message.</summary>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="UnknownIdException">The workspace has no such delivery.</exception>
    public async Task<long> SendAgainAsync(WorkspaceScope scope, long deliveryId, CancellationToken ct = default)
    {
        var known = await _db.Deliveries.AsNoTracking().FirstOrDefaultAsync(d => d.Id == deliveryId, ct)
            ?? throw new UnknownIdException("delivery", deliveryId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var webhook = await WebhookAsync(scope, known.WebhookId, ct);
        var delivery = New(known.WebhookId, new NewDelivery(known.MessageId, known.Type, known.IntegrationId, known.Payload));
        _db.Deliveries.Add(delivery);
        await _db.SaveChangesAsync(ct);
        _changes.Add(new IntegrationChanged(webhook.WorkspaceId, null));
        return delivery.Id;
    }

    /// <summary>Sends all again that were given up since a time, in their order; returns how many.</summary>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="UnknownIdException">The workspace has no such webhook.</exception>
    public async Task<int> SendAllAgainAsync(WorkspaceScope scope, int webhookId, DateTimeOffset since, CancellationToken ct = default)
    {
        var webhook = await WebhookAsync(scope, webhookId, ct);
        var failed = await _db.Deliveries.AsNoTracking()
            .Where(d => d.WebhookId == webhookId && d.State == DeliveryState.GivenUp && d.CreatedAt >= since)
            .OrderBy(d => d.Id)
            .ToListAsync(ct);
        foreach (var known in failed)
        {
            _db.Deliveries.Add(New(webhookId, new NewDelivery(known.MessageId, known.Type, known.IntegrationId, known.Payload)));
        }

        await _db.SaveChangesAsync(ct);
        _changes.Add(new IntegrationChanged(webhook.WorkspaceId, null));
        return failed.Count;
    }

    /// <summary>
    /// Erases messages to the outside from the first on, until one that is newer than <paramref name="until"/> (UTC) or that somebody has
    /// still to read, at most <paramref name="most"/>; returns how many it erased.
    /// </summary>
    public async Task<int> EraseMessagesAsync(DateTimeOffset until, int most, CancellationToken ct = default)
    {
        var read = await _db.OutboxReaders.MinAsync(reader => (long?)reader.LastMessageId, ct) ?? 0;
        var first = await _db.Outbox.AsNoTracking()
            .Where(message => message.Id <= read)
            .OrderBy(message => message.Id)
            .Take(most)
            .Select(message => new { message.Id, message.OccurredAt })
            .ToListAsync(ct);
        return first.TakeWhile(message => message.OccurredAt <= until).LastOrDefault() is { } last
            ? await _db.Outbox.Where(message => message.Id <= last.Id).ExecuteDeleteAsync(ct)
            : 0;
    }

    /// <summary>Erases deliveries that ended before <paramref name="until"/>, at most <paramref name="most"/>; returns how many it erased.</summary>
    public async Task<int> EraseDeliveriesAsync(DateTimeOffset until, int most, CancellationToken ct = default)
    {
        var ids = await _db.Deliveries.Where(d => d.EndedAt <= until).OrderBy(d => d.EndedAt).Take(most).Select(d => d.Id).ToListAsync(ct);
        await _db.DeliveryAttempts.Where(attempt => ids.Contains(attempt.DeliveryId)).ExecuteDeleteAsync(ct);
        return await _db.Deliveries.Where(d => ids.Contains(d.Id)).ExecuteDeleteAsync(ct);
    }

    /// <summary>The messages to the outside that a reader has not read.</summary>
    internal static IQueryable<OutboxMessage> NewMessages(DashboardContext db, string reader) => db.Outbox
        .Where(message => message.Id > (db.OutboxReaders.Where(r => r.Id == reader).Select(r => (long?)r.LastMessageId).FirstOrDefault() ?? 0));

    /// <summary>The deliveries that are due and nobody tries, none of which waits for an earlier one, or for room at its webhook.</summary>
    internal static IQueryable<Delivery> DueDeliveries(DashboardContext db, DateTimeOffset now, IReadOnlyDictionary<int, int>? inFlight = null)
    {
        // Those about no integration wait for none. Said so that null need not be compared with null, which no index is good for.
        var due = db.Deliveries
            .Where(d => d.NextAttemptAt <= now && (d.LeaseUntil == null || d.LeaseUntil <= now))
            .Where(d => d.IntegrationId == null || !db.Deliveries.Any(earlier =>
                earlier.WebhookId == d.WebhookId
                && earlier.IntegrationId != null && d.IntegrationId != null && earlier.IntegrationId == d.IntegrationId
                && earlier.State == DeliveryState.Pending && earlier.Id < d.Id));
        var full = inFlight?.Where(one => one.Value >= MostPerWebhook).Select(one => one.Key).ToList() ?? [];
        var half = inFlight?.Where(one => one.Value >= MostPerFailingWebhook).Select(one => one.Key).Except(full).ToList() ?? [];
        if (full.Count > 0)
        {
            due = due.Where(d => !full.Contains(d.WebhookId));
        }

        return half.Count > 0
            ? due.Where(d => !db.Webhooks.Any(w => w.Id == d.WebhookId && half.Contains(w.Id) && w.FailingSince != null))
            : due;
    }

    private Task<List<OutboxMessage>> NextMessagesAsync(OutboxReader position, int most, CancellationToken ct) => _db.Outbox.AsNoTracking()
        .Where(message => message.Id > position.LastMessageId)
        .OrderBy(message => message.Id)
        .Take(most)
        .ToListAsync(ct);

    private async Task<MessageSubject?> SubjectAsync(OutboxMessage message, CancellationToken ct)
    {
        if (message.FlowId is { } flowId)
        {
            return await _db.ConnectionFlows.AsNoTracking().FirstOrDefaultAsync(flow => flow.Id == flowId, ct) is { } flow
                ? new MessageSubject(null, Flow: flow)
                : null;
        }

        if (message.IntegrationId is not { } id || await FindAsync(id, ct) is not { } integration)
        {
            return null;
        }

        var sync = message.SyncId is { } syncId
            ? await _db.Syncs.AsNoTracking().FirstOrDefaultAsync(s => s.EnvironmentId == integration.EnvironmentId && s.SyncId == syncId, ct)
            : null;
        return new MessageSubject(integration, sync);
    }

    private Delivery New(int webhookId, NewDelivery message) => new()
    {
        WebhookId = webhookId,
        MessageId = message.MessageId,
        Type = message.Type,
        IntegrationId = message.IntegrationId,
        Payload = message.Payload,
        CreatedAt = Now,
        State = DeliveryState.Pending,
        NextAttemptAt = Now,
    };
}
