using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What is asked about workspaces and their keys.</summary>
public sealed class WorkspaceQueries(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>The first workspace with its environments; null on an empty store.</summary>
    public async Task<Workspace?> FirstAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Workspaces.AsNoTracking()
            .Include(w => w.Environments.OrderBy(e => e.Kind))
            .OrderBy(w => w.Id)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>A workspace's name; null where there is none of this number.</summary>
    public async Task<string?> NameAsync(int id, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Workspaces.Where(w => w.Id == id).Select(w => w.Name).FirstOrDefaultAsync(ct);
    }

    /// <summary>All workspaces by name, as operators see them.</summary>
    public async Task<IReadOnlyList<WorkspaceSummary>> AllAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Workspaces
            .OrderBy(w => w.Name)
            .Select(w => new WorkspaceSummary(
                w.Id,
                w.Name,
                w.CreatedAt,
                db.Memberships.Count(m => m.WorkspaceId == w.Id),
                db.StatusCounts.Where(c => c.WorkspaceId == w.Id && c.Status != IntegrationStatus.Deleted).Sum(c => c.Count),
                db.StatusCounts
                    .Where(c => c.WorkspaceId == w.Id && c.Status != IntegrationStatus.Deleted)
                    .Where(c => c.Status != IntegrationStatus.Active && c.Status != IntegrationStatus.Inactive)
                    .Sum(c => c.Count)))
            .ToListAsync(ct);
    }

    /// <summary>What an API key opens; null where it opens nothing, or not any more.</summary>
    public async Task<KeyHolder?> FindKeyAsync(string key, CancellationToken ct = default)
    {
        var hash = Secrets.HashKey(key);
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await (
            from apiKey in db.ApiKeys
            where apiKey.Hash == hash && apiKey.RevokedAt == null && (apiKey.ExpiresAt == null || apiKey.ExpiresAt > now)
            join environment in db.Environments on apiKey.EnvironmentId equals environment.Id
            select new { apiKey.Id, apiKey.Name, apiKey.Rights, environment.WorkspaceId, EnvironmentId = environment.Id, environment.Kind })
            .FirstOrDefaultAsync(ct);
        return found is null
            ? null
            : new KeyHolder(
                new WorkspaceScope(
                    found.WorkspaceId,
                    found.EnvironmentId,
                    new Initiator(new Actor(ActorKind.ApiKey, found.Name), found.Rights, ApiKeyId: found.Id)),
                found.Kind,
                found.Id,
                found.Name);
    }

    /// <summary>The API keys of a workspace, or of one environment of it, the last created first; also those that work no more.</summary>
    public async Task<IReadOnlyList<ApiKey>> KeysAsync(WorkspaceScope scope, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await (
            from environment in db.Environments
            where environment.WorkspaceId == scope.WorkspaceId && (scope.EnvironmentId == null || environment.Id == scope.EnvironmentId)
            join key in db.ApiKeys on environment.Id equals key.EnvironmentId
            orderby key.CreatedAt descending, key.Id descending
            select key).AsNoTracking().ToListAsync(ct);
    }
}
