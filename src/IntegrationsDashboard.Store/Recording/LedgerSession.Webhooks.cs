using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>How many webhooks an environment has at the most.</summary>
    public const int MostWebhooks = 20;

    /// <summary>Makes a webhook in the scope's environment; it is told what happens from now on.</summary>
    /// <param name="scope">The environment; the caller needs to administer it.</param>
    /// <param name="url">Where messages are sent.</param>
    /// <param name="types">Which of <see cref="MessageTypes.All"/>.</param>
    /// <param name="protectedSecret">The secret to sign with, protected.</param>
    /// <param name="ct">Calls it off.</param>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="RefusedReportException">Address or types cannot be right, or there are too many.</exception>
    public async Task<Webhook> CreateWebhookAsync(
        WorkspaceScope scope, string url, IReadOnlyList<string> types, string protectedSecret, CancellationToken ct = default)
    {
        Demand(scope, Rights.Administer);
        return await AddWebhookAsync(scope, WebhookFormat.Standard, url, CheckedTypes(types), protectedSecret, ct);
    }

    /// <summary>Changes where a webhook leads and what it is told.</summary>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="UnknownIdException">The workspace has no such webhook.</exception>
    /// <exception cref="RefusedReportException">Address or types cannot be right.</exception>
    public async Task ChangeWebhookAsync(WorkspaceScope scope, int webhookId, string url, IReadOnlyList<string> types, CancellationToken ct = default)
    {
        var webhook = await WebhookAsync(scope, webhookId, ct);
        if (webhook.Format != WebhookFormat.Standard)
        {
            throw new RefusedReportException("types", "a channel is told by the rules of mails.");
        }

        var before = Words(webhook);
        webhook.Url = CheckedUrl(url);
        webhook.Types = CheckedTypes(types);
        await SaveAsync(webhook, ct);
        Audit(scope, AuditAction.WebhookChanged, subject: webhook.Url, oldValue: before, newValue: Words(webhook));
    }

    /// <summary>Gives a webhook another secret; the one before signs beside it for a while, so that the receiver can change over.</summary>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="UnknownIdException">The workspace has no such webhook.</exception>
    public async Task RotateWebhookSecretAsync(
        WorkspaceScope scope, int webhookId, string protectedSecret, TimeSpan overlap, CancellationToken ct = default)
    {
        var webhook = await WebhookAsync(scope, webhookId, ct);
        webhook.ProtectedPreviousSecret = overlap > TimeSpan.Zero ? webhook.ProtectedSecret : null;
        webhook.PreviousSecretUntil = overlap > TimeSpan.Zero ? Now + overlap : null;
        webhook.ProtectedSecret = protectedSecret;
        await SaveAsync(webhook, ct);
        Audit(scope, AuditAction.WebhookSecretRotated, subject: webhook.Url);
    }

    /// <summary>Switches a webhook off, with what it still had to be told; or on, from now on.</summary>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="UnknownIdException">The workspace has no such webhook.</exception>
    public async Task SwitchWebhookAsync(WorkspaceScope scope, int webhookId, bool on, CancellationToken ct = default)
    {
        var webhook = await WebhookAsync(scope, webhookId, ct);
        if (on == webhook.DisabledAt is null)
        {
            return;
        }

        if (on)
        {
            (webhook.DisabledAt, webhook.DisabledBecause, webhook.FailingSince) = (null, null, null);
            webhook.AfterMessageId = await LastMessageAsync(ct);
            await SaveAsync(webhook, ct);
        }
        else
        {
            await DisableAsync(webhook, WebhookEnd.Person, ct);
        }

        Audit(scope, AuditAction.WebhookSwitched, subject: webhook.Url, oldValue: on ? "off" : "on", newValue: on ? "on" : "off");
    }

    /// <summary>Deletes a webhook with all its deliveries.</summary>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="UnknownIdException">The workspace has no such webhook.</exception>
    public async Task DeleteWebhookAsync(WorkspaceScope scope, int webhookId, CancellationToken ct = default)
    {
        var webhook = await WebhookAsync(scope, webhookId, ct);
        var deliveries = _db.Deliveries.Where(delivery => delivery.WebhookId == webhookId);
        await _db.DeliveryAttempts.Where(attempt => deliveries.Any(d => d.Id == attempt.DeliveryId)).ExecuteDeleteAsync(ct);
        await deliveries.ExecuteDeleteAsync(ct);
        await _db.Notices.Where(notice => notice.WebhookId == webhookId).ExecuteDeleteAsync(ct);
        await _db.NoticeRules.Where(rule => rule.WebhookId == webhookId).ExecuteDeleteAsync(ct);
        _db.Webhooks.Remove(webhook);
        await _db.SaveChangesAsync(ct);
        Audit(scope, AuditAction.WebhookDeleted, subject: webhook.Url);
    }

    private async Task<Webhook> AddWebhookAsync(
        WorkspaceScope scope, WebhookFormat format, string url, IReadOnlyList<string> types, string protectedSecret, CancellationToken ct)
    {
        var environmentId = scope.EnvironmentId ?? throw new ArgumentException("A webhook belongs to one environment.", nameof(scope));
        var environment = await _db.Environments.FindAsync([environmentId], ct);
        if (environment?.WorkspaceId != scope.WorkspaceId)
        {
            throw new ArgumentException("The environment belongs to another workspace.", nameof(scope));
        }

        if (await _db.Webhooks.CountAsync(webhook => webhook.EnvironmentId == environmentId, ct) >= MostWebhooks)
        {
            throw new RefusedReportException("webhook", $"an environment has {MostWebhooks} at the most; delete one that is not needed any more.");
        }

        var webhook = new Webhook
        {
            WorkspaceId = scope.WorkspaceId,
            EnvironmentId = environmentId,
            Format = format,
            Url = CheckedUrl(url),
            Types = types,
            ProtectedSecret = protectedSecret,
            CreatedAt = Now,
            CreatedBy = scope.By?.Actor.Name,
            AfterMessageId = await LastMessageAsync(ct),
        };
        _db.Webhooks.Add(webhook);
        await _db.SaveChangesAsync(ct);
        Audit(scope, AuditAction.WebhookCreated, subject: webhook.Url, newValue: string.Join(", ", webhook.Types));
        return webhook;
    }

    private async Task<Webhook> WebhookAsync(WorkspaceScope scope, int webhookId, CancellationToken ct)
    {
        Demand(scope, Rights.Administer);
        var webhook = await _db.Webhooks.FindAsync([webhookId], ct);
        return webhook?.WorkspaceId == scope.WorkspaceId && (scope.EnvironmentId is null || scope.EnvironmentId == webhook.EnvironmentId)
            ? webhook
            : throw new UnknownIdException("webhook", webhookId.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private async Task DisableAsync(Webhook webhook, WebhookEnd why, CancellationToken ct)
    {
        (webhook.DisabledAt, webhook.DisabledBecause) = (Now, why);
        await SaveAsync(webhook, ct);
        await _db.Deliveries
            .Where(d => d.WebhookId == webhook.Id && d.State == DeliveryState.Pending)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(d => d.State, DeliveryState.GivenUp)
                    .SetProperty(d => d.EndedAt, Now)
                    .SetProperty(d => d.NextAttemptAt, (DateTimeOffset?)null),
                ct);
        _changes.Add(new IntegrationChanged(webhook.WorkspaceId, null));
    }

    private async Task<long> LastMessageAsync(CancellationToken ct) => await _db.Outbox.MaxAsync(message => (long?)message.Id, ct) ?? 0;

    private static string Words(Webhook webhook) => $"{webhook.Url} {string.Join(", ", webhook.Types)}";

    private static string CheckedUrl(string url)
    {
        url = url.Trim();
        return url.Length <= 2000 && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0
            ? url
            : throw new RefusedReportException("url", "enter an address that begins with https:// or http://, without a password in it.");
    }

    private static IReadOnlyList<string> CheckedTypes(IReadOnlyList<string> types) =>
        types.Count > 0 && types.All(MessageTypes.All.Contains)
            ? [.. types.Distinct()]
            : throw new RefusedReportException("types", $"choose at least one of {string.Join(", ", MessageTypes.All)}.");
}
