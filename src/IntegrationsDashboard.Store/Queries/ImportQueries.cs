using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What the import asks.</summary>
public sealed class ImportQueries(IDbContextFactory<DashboardContext> contexts)
{
    /// <summary>All files of which something has been imported, the shortest beginning first.</summary>
    public async Task<IReadOnlyList<ImportProgress>> ListAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Imports.AsNoTracking().OrderBy(import => import.Offset).ToListAsync(ct);
    }
}
