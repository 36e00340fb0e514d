using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What is asked about links and the attempts that came by them.</summary>
public sealed class LinkQueries(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>A link by its number, whatever workspace it belongs to: whoever holds its token may.</summary>
    public async Task<ConnectionLink?> FindAsync(Guid id, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.ConnectionLinks.AsNoTracking().FirstOrDefaultAsync(link => link.Id == id, ct);
    }

    /// <summary>The links that still work, the last made first.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="integrationId">Only those about this integration; null for all of the workspace.</param>
    /// <param name="size">How many at the most.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<ConnectionLink>> OpenAsync(
        WorkspaceScope scope, string? integrationId = null, int size = 50, CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var links = db.ConnectionLinks.AsNoTracking().Where(link => link.WorkspaceId == scope.WorkspaceId);
        if (integrationId is not null)
        {
            links = links.Where(link => link.IntegrationId == integrationId);
        }

        return await links
            .Where(link => link.UsedAt == null && link.RevokedAt == null && link.ExpiresAt > now)
            .OrderByDescending(link => link.CreatedAt)
            .Take(size)
            .ToListAsync(ct);
    }

    /// <summary>The attempts to connect that failed, the last first.</summary>
    public async Task<IReadOnlyList<ConnectionFlow>> FailedAsync(WorkspaceScope scope, int size = 50, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.ConnectionFlows.AsNoTracking()
            .Where(flow => flow.WorkspaceId == scope.WorkspaceId)
            .OrderByDescending(flow => flow.At)
            .Take(size)
            .ToListAsync(ct);
    }
}
