using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What is asked about who is told what.</summary>
public sealed class NoticeQueries(IDbContextFactory<DashboardContext> contexts)
{
    /// <summary>What a person is told about a workspace, or as an operator where that is null.</summary>
    public async Task<NoticeChoice> ChoiceAsync(Guid personId, int? workspaceId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rule = await db.NoticeRules.AsNoTracking().FirstOrDefaultAsync(r => r.PersonId == personId && r.WorkspaceId == workspaceId, ct);
        return rule?.Choice ?? await NoticeChoices.DefaultAsync(db, personId, workspaceId, ct);
    }

    /// <summary>The numbers of the workspaces that a person is a member of, or has chosen to be told about.</summary>
    public async Task<IReadOnlySet<int>> AboutAsync(Guid personId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Memberships.Where(member => member.PersonId == personId).Select(member => member.WorkspaceId)
            .Union(db.NoticeRules.Where(rule => rule.PersonId == personId && rule.WorkspaceId != null).Select(rule => rule.WorkspaceId!.Value))
            .ToHashSetAsync(ct);
    }

    /// <summary>What a person is told about a workspace by mail, or as an operator where that is null; null where there is no such person or workspace.</summary>
    public async Task<MailSubscription?> SubscriptionAsync(Guid personId, int? workspaceId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.Users.Where(person => person.Id == personId)
            .Select(person => new
            {
                person.Email,
                Workspace = db.Workspaces.Where(workspace => workspace.Id == workspaceId).Select(workspace => workspace.Name).FirstOrDefault(),
                MayBeTold = person.IsOperator || db.Memberships.Any(m => m.PersonId == personId && m.WorkspaceId == workspaceId),
            })
            .FirstOrDefaultAsync(ct);
        if (found is null || (workspaceId is not null && found.Workspace is null))
        {
            return null;
        }

        var choice = await ChoiceAsync(personId, workspaceId, ct);
        return new MailSubscription(found.Email!, found.Workspace, found.MayBeTold && choice.Cadence != Cadence.Never);
    }

    /// <summary>What a person was told last, and before it what they are still to be told; the latest first.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="workspaceIds">About the workspaces that they may see: of what is none of theirs any more they see nothing.</param>
    /// <param name="size">How many at the most.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<ToldNotice>> LastAsync(
        Guid personId, IReadOnlyCollection<int> workspaceIds, int size, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var theirs = db.Notices.Where(notice => notice.PersonId == personId && workspaceIds.Contains(notice.WorkspaceId));
        var waiting = await Told(db, theirs.Where(notice => notice.EndedAt == null)).OrderByDescending(told => told.Notice.Id).Take(size).ToListAsync(ct);
        var ended = await Told(db, theirs.Where(notice => notice.EndedAt != null))
            .OrderByDescending(told => told.Notice.EndedAt).ThenByDescending(told => told.Notice.Id)
            .Take(size - waiting.Count)
            .ToListAsync(ct);
        return [.. waiting, .. ended];
    }

    /// <summary>What is told to the channels among the webhooks of a workspace, by the webhooks' numbers.</summary>
    public async Task<IReadOnlyDictionary<int, NoticeChoice>> ChannelsAsync(WorkspaceScope scope, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.NoticeRules.AsNoTracking()
            .Where(rule => rule.WorkspaceId == scope.WorkspaceId && rule.WebhookId != null)
            .ToDictionaryAsync(rule => rule.WebhookId!.Value, rule => rule.Choice, ct);
    }

    /// <summary>The language of a person's mails, one of <see cref="Languages.All"/>; null until it is known.</summary>
    public async Task<string?> LanguageAsync(Guid personId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Users.Where(person => person.Id == personId).Select(person => person.Language).FirstOrDefaultAsync(ct);
    }

    /// <summary>The last message to the outside that a person has seen in a workspace; null where they have never looked.</summary>
    public async Task<long?> LastSeenAsync(Guid personId, int workspaceId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.SeenMarks
            .Where(mark => mark.PersonId == personId && mark.WorkspaceId == workspaceId)
            .Select(mark => (long?)mark.LastMessageId)
            .FirstOrDefaultAsync(ct);
    }

    private static IQueryable<ToldNotice> Told(DashboardContext db, IQueryable<Notice> notices) =>
        notices.AsNoTracking().Join(
            db.Integrations,
            notice => notice.IntegrationId,
            integration => integration.Id,
            (notice, integration) => new ToldNotice { Notice = notice, Organization = integration.EndUser.OrganizationName, Tool = integration.Tool });
}
