using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>Sets what the caller, a person, is told about the scope's workspace.</summary>
    /// <exception cref="NotAllowedException">The caller may not see the workspace, or is no person.</exception>
    /// <exception cref="RefusedReportException">What was chosen would tell nothing.</exception>
    public async Task SetNoticesAsync(WorkspaceScope scope, NoticeChoice choice, CancellationToken ct = default)
    {
        Demand(scope, Rights.Read);
        await SetRuleAsync(PersonOf(scope.By), scope.WorkspaceId, Checked(choice), ct);
    }

    /// <summary>Sets how soon the caller, an operator, is told what enters the quality-assurance queue.</summary>
    /// <exception cref="NotAllowedException">The caller is no operator.</exception>
    public async Task SetOperatorNoticesAsync(Initiator by, Cadence cadence, CancellationToken ct = default)
    {
        Demand(new WorkspaceScope(0, null, by), Rights.Operate);
        await SetRuleAsync(PersonOf(by), null, NoticeChoice.Default with { Cadence = cadence }, ct);
    }

    /// <summary>
    /// Stops the mails that a person gets about a workspace, or as an operator where that is null; for whoever opens the link in one of
    /// them, signed in or not.
    /// </summary>
    /// <returns>What held before, so that it can be undone; null where there is no such person, or they get none.</returns>
    public async Task<NoticeChoice?> StopMailsAsync(Guid personId, int? workspaceId, CancellationToken ct = default)
    {
        if (!await _db.Users.AnyAsync(person => person.Id == personId, ct))
        {
            return null;
        }

        var before = await ChoiceAsync(personId, workspaceId, ct);
        if (before.Cadence == Cadence.Never)
        {
            return null;
        }

        await SetRuleAsync(personId, workspaceId, before with { Cadence = Cadence.Never }, ct);
        return before;
    }

    /// <summary>Sets the language of the caller's mails.</summary>
    /// <exception cref="NotAllowedException">The caller is no person.</exception>
    /// <exception cref="RefusedReportException">There is no such language.</exception>
    public async Task SetLanguageAsync(Initiator by, string language, CancellationToken ct = default)
    {
        var personId = PersonOf(by);
        if (!Languages.All.Contains(language))
        {
            throw new RefusedReportException("language", $"choose one of {string.Join(", ", Languages.All)}.");
        }

        await _db.Users.Where(person => person.Id == personId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Language, language), ct);
    }

    /// <summary>Makes a channel in the scope's environment: texts for people, sent to an incoming webhook of Slack or its like.</summary>
    /// <param name="scope">The environment; the caller needs to administer it.</param>
    /// <param name="url">Where texts are sent.</param>
    /// <param name="choice">What is told; of the scope's environment, whatever it says of environments.</param>
    /// <param name="protectedSecret">The secret to sign with, protected; receivers of this kind look at none.</param>
    /// <param name="ct">Calls it off.</param>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="RefusedReportException">Address or choice cannot be right, or there are too many webhooks.</exception>
    public async Task<Webhook> CreateChannelAsync(
        WorkspaceScope scope, string url, NoticeChoice choice, string protectedSecret, CancellationToken ct = default)
    {
        Demand(scope, Rights.Administer);
        var checkedChoice = Checked(choice with { Environments = Enum.GetValues<EnvironmentKind>() });
        var webhook = await AddWebhookAsync(scope, WebhookFormat.Slack, url, [], protectedSecret, ct);
        _db.NoticeRules.Add(new NoticeRule { WorkspaceId = scope.WorkspaceId, WebhookId = webhook.Id, Choice = checkedChoice });
        await _db.SaveChangesAsync(ct);
        return webhook;
    }

    /// <summary>Changes where a channel leads and what it is told.</summary>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="UnknownIdException">The workspace has no such channel.</exception>
    /// <exception cref="RefusedReportException">Address or choice cannot be right.</exception>
    public async Task ChangeChannelAsync(WorkspaceScope scope, int webhookId, string url, NoticeChoice choice, CancellationToken ct = default)
    {
        var webhook = await WebhookAsync(scope, webhookId, ct);
        var rule = await _db.NoticeRules.FirstOrDefaultAsync(r => r.WebhookId == webhookId, ct)
            ?? throw new UnknownIdException("channel", webhookId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        rule.Choice = Checked(choice with { Environments = Enum.GetValues<EnvironmentKind>() });
        var before = webhook.Url;
        webhook.Url = CheckedUrl(url);
        await SaveAsync(rule, ct);
        await SaveAsync(webhook, ct);
        Audit(scope, AuditAction.WebhookChanged, subject: before, oldValue: before, newValue: webhook.Url);
    }

    /// <summary>Notes that the caller has seen what changed in the scope's workspace, up to a message; never less than before.</summary>
    /// <exception cref="NotAllowedException">The caller may not see the workspace, or is no person.</exception>
    public async Task NoteSeenAsync(WorkspaceScope scope, long lastMessageId, CancellationToken ct = default)
    {
        Demand(scope, Rights.Read);
        var personId = PersonOf(scope.By);
        var mark = await _db.SeenMarks.FindAsync([personId, scope.WorkspaceId], ct);
        if (mark is null)
        {
            _db.SeenMarks.Add(new SeenMark { PersonId = personId, WorkspaceId = scope.WorkspaceId, LastMessageId = lastMessageId });
            await _db.SaveChangesAsync(ct);
        }
        else if (mark.LastMessageId < lastMessageId)
        {
            mark.LastMessageId = lastMessageId;
            await SaveAsync(mark, ct);
        }
    }

    private static Guid PersonOf(Initiator? by) => by?.PersonId ?? throw new NotAllowedException(Rights.Read);

    private static NoticeChoice Checked(NoticeChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var statuses = NoticeChoice.Offered.Where(choice.Statuses.Contains).ToList();
        var (missing, field) = (statuses.Count, choice.Categories.Count, choice.Environments.Count) switch
        {
            (0, _, _) => ("status", "statuses"),
            (_, 0, _) => ("category", "categories"),
            (_, _, 0) => ("environment", "environments"),
            _ => ("", ""),
        };
        return missing.Length == 0 || choice.Cadence == Cadence.Never
            ? choice with { Statuses = statuses, Categories = [.. choice.Categories.Distinct()], Environments = [.. choice.Environments.Distinct()] }
            : throw new RefusedReportException(field, $"choose at least one {missing}, or never to be told.");
    }

    private Task<NoticeRule?> RuleAsync(Guid personId, int? workspaceId, CancellationToken ct) =>
        _db.NoticeRules.FirstOrDefaultAsync(rule => rule.PersonId == personId && rule.WorkspaceId == workspaceId, ct);

    private async Task<NoticeChoice> ChoiceAsync(Guid personId, int? workspaceId, CancellationToken ct) =>
        (await RuleAsync(personId, workspaceId, ct))?.Choice ?? await NoticeChoices.DefaultAsync(_db, personId, workspaceId, ct);

    private async Task SetRuleAsync(Guid personId, int? workspaceId, NoticeChoice choice, CancellationToken ct)
    {
        if (await RuleAsync(personId, workspaceId, ct) is { } known)
        {
            known.Choice = choice;
            await SaveAsync(known, ct);
        }
        else
        {
            _db.NoticeRules.Add(new NoticeRule { WorkspaceId = workspaceId, PersonId = personId, Choice = choice });
            await _db.SaveChangesAsync(ct);
        }
    }
}
