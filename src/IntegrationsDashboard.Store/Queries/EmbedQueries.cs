using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What is asked about statuses that are shown elsewhere.</summary>
public sealed class EmbedQueries(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>One by its number, whatever workspace it belongs to: whoever holds its token may.</summary>
    public async Task<Embed?> FindAsync(Guid id, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Embeds.AsNoTracking().FirstOrDefaultAsync(embed => embed.Id == id, ct);
    }

    /// <summary>Those of an integration that still work, the last made first.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="integrationId">The integration.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<Embed>> OpenAsync(WorkspaceScope scope, string integrationId, CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Integrations
            .Where(i => i.Id == integrationId)
            .InScope(scope)
            .SelectMany(i => db.Embeds.Where(embed => embed.IntegrationId == i.Id && embed.RevokedAt == null && embed.ExpiresAt > now))
            .OrderByDescending(embed => embed.CreatedAt)
            .AsNoTracking()
            .ToListAsync(ct);
    }
}
