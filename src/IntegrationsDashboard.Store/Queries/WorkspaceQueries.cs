using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What is asked about workspaces and their keys.</summary>
public sealed class WorkspaceQueries(IDbContextFactory<DashboardContext> contexts)
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

    /// <summary>What an API key opens; null where it opens nothing.</summary>
    public async Task<KeyHolder?> FindKeyAsync(string key, CancellationToken ct = default)
    {
        var hash = Secrets.HashKey(key);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found =
            from apiKey in db.ApiKeys
            where apiKey.Hash == hash
            join environment in db.Environments on apiKey.EnvironmentId equals environment.Id
            select new KeyHolder(new WorkspaceScope(environment.WorkspaceId, environment.Id), environment.Kind, apiKey.Name);
        return await found.FirstOrDefaultAsync(ct);
    }
}
