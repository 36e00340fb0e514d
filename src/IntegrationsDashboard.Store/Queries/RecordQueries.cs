using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What is asked about the records that syncs brought.</summary>
public sealed class RecordQueries(IDbContextFactory<DashboardContext> contexts)
{
    /// <summary>
    /// Some records of a model that a sync added, changed or removed; where it did none of it, some of those that are there.
    /// </summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="sync">The sync.</param>
    /// <param name="model">The model.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<StoredRecord>> SampleAsync(
        WorkspaceScope scope, Sync sync, string model, int most, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var records = db.Integrations
            .Where(i => i.Id == sync.IntegrationId)
            .InScope(scope)
            .SelectMany(i => db.Records.Where(record => record.IntegrationId == i.Id && record.Model == model))
            .AsNoTracking();
        var changed = await records.Where(record => record.ChangedBy == sync.Key).OrderBy(record => record.RemoteId).Take(most).ToListAsync(ct);
        return changed.Count > 0 ? changed : await records.Where(record => record.RemovedAt == null).OrderBy(record => record.RemoteId).Take(most).ToListAsync(ct);
    }
}
