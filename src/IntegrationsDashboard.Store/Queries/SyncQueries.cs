using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What pages and programs ask about syncs.</summary>
public sealed class SyncQueries(IDbContextFactory<DashboardContext> contexts)
{
    /// <summary>The syncs of an integration, the last started first.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="integrationId">The integration.</param>
    /// <param name="after">After which start and sync to go on; null for the first page.</param>
    /// <param name="size">How many at the most.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<Sync>> ListAsync(
        WorkspaceScope scope, string integrationId, RowPlace? after, int size, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var syncs = InScope(db, scope, integrationId).SelectMany(i => db.Syncs.Where(sync => sync.IntegrationId == i.Id));
        if (after is var (at, key))
        {
            syncs = syncs.Where(sync => sync.StartedAt <= at && (sync.StartedAt < at || sync.Key < key));
        }

        return await syncs
            .OrderByDescending(sync => sync.StartedAt)
            .ThenByDescending(sync => sync.Key)
            .Take(size)
            .AsNoTracking()
            .ToListAsync(ct);
    }

    /// <summary>One sync of an integration; null where there is none of that id.</summary>
    public async Task<Sync?> FindAsync(WorkspaceScope scope, string integrationId, string syncId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await InScope(db, scope, integrationId)
            .SelectMany(i => db.Syncs.Where(sync => sync.EnvironmentId == i.EnvironmentId && sync.SyncId == syncId && sync.IntegrationId == i.Id))
            .AsNoTracking()
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>One sync of an environment; null where there is none of that id.</summary>
    /// <param name="scope">What the caller may see; a sync's id is unique within an environment, so it has to name one.</param>
    /// <param name="syncId">The sync's id.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<Sync?> FindAsync(WorkspaceScope scope, string syncId, CancellationToken ct = default)
    {
        var environmentId = scope.EnvironmentId ?? throw new ArgumentException("A sync is found within one environment.", nameof(scope));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found =
            from sync in db.Syncs
            where sync.EnvironmentId == environmentId && sync.SyncId == syncId
            join integration in db.Integrations.InScope(scope) on sync.IntegrationId equals integration.Id
            select sync;
        return await found.AsNoTracking().FirstOrDefaultAsync(ct);
    }

    /// <summary>Whether the integration's facts or history name a sync; where there is no such sync, it was erased.</summary>
    public async Task<bool> IsNamedAsync(WorkspaceScope scope, string integrationId, string syncId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var facts = await InScope(db, scope, integrationId).Select(i => i.Facts).FirstOrDefaultAsync(ct);
        if (facts is null)
        {
            return false;
        }

        return new[] { facts.FirstSync, facts.LastSync, facts.InvalidatedBy }.Any(sync => sync?.SyncId == syncId)
            || await db.StatusChanges.AnyAsync(change => change.IntegrationId == integrationId && change.SyncId == syncId, ct);
    }

    // The integration leads to its syncs: it tells whether the caller may see them, and in which environment their ids are unique.
    private static IQueryable<Integration> InScope(DashboardContext db, WorkspaceScope scope, string integrationId) =>
        db.Integrations.Where(i => i.Id == integrationId).InScope(scope);
}
