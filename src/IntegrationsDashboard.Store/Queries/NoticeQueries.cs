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
        return rule?.Choice ?? NoticeChoice.Default;
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
}
