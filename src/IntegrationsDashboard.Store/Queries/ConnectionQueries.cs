using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What is asked about how integrations are synced.</summary>
public sealed class ConnectionQueries(IDbContextFactory<DashboardContext> contexts)
{
    /// <summary>How an integration is synced from here; null where its syncs are reported from outside.</summary>
    public async Task<ConnectionView?> FindAsync(WorkspaceScope scope, string integrationId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await Connections(db, scope, integrationId).FirstOrDefaultAsync(ct);
        return found is null ? null : new ConnectionView
        {
            Address = found.Address,
            Filters = found.Filters,
            Facets = found.Facets,
            FullEvery = found.FullEvery,
            DeltaEvery = found.DeltaEvery,
            DataExpiredAt = found.DataExpiredAt,
            Jobs = await db.SyncJobs.AsNoTracking().Where(job => job.IntegrationId == integrationId).OrderBy(job => job.Type).ToListAsync(ct),
        };
    }

    private static IQueryable<Connection> Connections(DashboardContext db, WorkspaceScope scope, string integrationId) =>
        db.Integrations
            .Where(i => i.Id == integrationId)
            .InScope(scope)
            .SelectMany(i => db.Connections.Where(connection => connection.IntegrationId == i.Id))
            .AsNoTracking();
}
