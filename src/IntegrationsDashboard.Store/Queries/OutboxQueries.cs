using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What is asked about the messages to the outside. Their numbers rise with every commit, so that a reader who keeps one misses nothing.</summary>
public sealed class OutboxQueries(IDbContextFactory<DashboardContext> contexts, IntegrationQueries integrations)
{
    /// <summary>The number of the last message of all; 0 where there is none.</summary>
    public async Task<long> LastAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Outbox.MaxAsync(message => (long?)message.Id, ct) ?? 0;
    }

    /// <summary>
    /// The changes of status within the scope whose numbers lie after <paramref name="after"/> and up to <paramref name="last"/>, in
    /// order. What was deleted since is left out.
    /// </summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="after">The number after which to begin.</param>
    /// <param name="last">The number to end with.</param>
    /// <param name="size">How many at the most.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<StateChanged>> StateChangesAsync(
        WorkspaceScope scope, long after, long last, int size, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var messages = db.Outbox.Where(message =>
            message.Id > after && message.Id <= last
            && message.WorkspaceId == scope.WorkspaceId
            && message.Type == OutboxMessage.StateChanged);

        // Asked of each message: joined with what is in scope, SQLite would rather begin with all integrations of the workspace.
        var visible = db.Integrations.InScope(scope).Where(integration => integration.Status != IntegrationStatus.Deleted);
        var found =
            from message in messages
            where visible.Any(integration => integration.Id == message.IntegrationId)
            join integration in db.Integrations on message.IntegrationId equals integration.Id
            orderby message.Id
            select new { message, integration };
        var rows = await found.Take(size).AsNoTracking().ToListAsync(ct);
        return [.. rows.Select(row => new StateChanged(row.message, integrations.View(row.integration)))];
    }
}
