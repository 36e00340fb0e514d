using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>
/// What is asked about the changes of status since a person last looked. A message to the outside tells of each; however many there
/// are, only the last <see cref="Span"/> of a workspace are looked at.
/// </summary>
public sealed class BellQueries(IDbContextFactory<DashboardContext> contexts, IntegrationQueries integrations)
{
    /// <summary>How many changes are counted at the most.</summary>
    public const int MostCounted = 100;

    /// <summary>How many of the workspace's changes are looked at, the last ones.</summary>
    public const int Span = 2000;

    /// <summary>How many changes of status within the scope were told of after a message; <see cref="MostCounted"/> at the most.</summary>
    public async Task<int> CountAsync(WorkspaceScope scope, long after, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Changes(db, scope, after).Take(MostCounted).CountAsync(ct);
    }

    /// <summary>The first changes within the scope that were told of after a message, in order; <see cref="MostCounted"/> at the most.</summary>
    public async Task<IReadOnlyList<BellTurn>> TurnsAsync(WorkspaceScope scope, long after, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var messages = await InScope(db, scope, StateChanges(db, scope, after))
            .OrderBy(message => message.Id)
            .Take(MostCounted)
            .Select(message => new { message.Id, message.IntegrationId, message.To })
            .ToListAsync(ct);
        return [.. messages.Select(message => new BellTurn(message.Id, message.IntegrationId!, Status(message.To)))];
    }

    /// <summary>
    /// The integrations within the scope whose status changed after a message, each once, the last one to change first. What was
    /// deleted since is among them.
    /// </summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="after">The number of the message after which to begin.</param>
    /// <param name="most">How many integrations at the most.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<BellChange>> ListAsync(WorkspaceScope scope, long after, int most, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var messages = await Changes(db, scope, after)
            .OrderByDescending(message => message.Id)
            .Select(message => new { message.Id, message.IntegrationId, message.OccurredAt, message.From })
            .ToListAsync(ct);
        var last = messages.DistinctBy(message => message.IntegrationId).Take(most).ToList();
        var ids = last.Select(message => message.IntegrationId).ToList();
        var rows = await db.Integrations.AsNoTracking().InScope(scope).Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);
        return
        [
            .. last
                .Where(message => rows.ContainsKey(message.IntegrationId!))
                .Select(message => new BellChange(
                    message.Id, message.OccurredAt, Status(message.From), integrations.View(rows[message.IntegrationId!]))),
        ];
    }

    private static IQueryable<OutboxMessage> Changes(DashboardContext db, WorkspaceScope scope, long after) =>
        InScope(db, scope, StateChanges(db, scope, after).OrderByDescending(message => message.Id).Take(Span));

    private static IQueryable<OutboxMessage> StateChanges(DashboardContext db, WorkspaceScope scope, long after) =>
        db.Outbox.AsNoTracking().Where(message =>
            message.WorkspaceId == scope.WorkspaceId && message.Type == OutboxMessage.StateChanged && message.Id > after);

    // Asked of each message: joined, SQLite would rather begin with all integrations of the workspace.
    private static IQueryable<OutboxMessage> InScope(DashboardContext db, WorkspaceScope scope, IQueryable<OutboxMessage> messages)
    {
        var visible = db.Integrations.InScope(scope);
        return messages.Where(message => visible.Any(integration => integration.Id == message.IntegrationId));
    }

    private static IntegrationStatus Status(string? word) =>
        StatusWords.Parse(word) ?? throw new InvalidOperationException($"A change of status names \"{word}\", which is no status.");
}
