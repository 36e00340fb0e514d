using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What the operators' pages ask: about all workspaces at once, so never on behalf of a customer.</summary>
public sealed class OperatorQueries(IDbContextFactory<DashboardContext> contexts, IntegrationQueries integrations)
{
    /// <summary>How many integrations of all workspaces wait in quality assurance; read from the counts.</summary>
    public async Task<int> CountAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.StatusCounts.Where(count => count.Status == IntegrationStatus.QualityAssurance).SumAsync(count => count.Count, ct);
    }

    /// <summary>The integrations of all workspaces that wait in quality assurance, the longest waiting first.</summary>
    /// <param name="most">How many at the most.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<WaitingIntegration>> WaitingAsync(int most, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var workspaces = await db.Workspaces
            .Where(w => db.StatusCounts.Any(c => c.WorkspaceId == w.Id && c.Status == IntegrationStatus.QualityAssurance && c.Count > 0))
            .Select(w => new { w.Id, w.Name })
            .ToListAsync(ct);
        var first = SortKeys.AttentionStart(IntegrationStatus.QualityAssurance);
        var last = SortKeys.AttentionEnd(IntegrationStatus.QualityAssurance);
        var waiting = new List<(long Key, WaitingIntegration Item)>();

        // The status is a range of each workspace's index, whose end holds those that wait longest.
        foreach (var workspace in workspaces)
        {
            var rows = await db.Integrations.AsNoTracking()
                .Where(i => i.WorkspaceId == workspace.Id && i.AttentionKey >= first && i.AttentionKey <= last)
                .OrderByDescending(i => i.AttentionKey)
                .ThenByDescending(i => i.Id)
                .Take(most)
                .Select(i => new
                {
                    Integration = i,
                    HasConnection = db.Connections.Any(c => c.IntegrationId == i.Id),
                    IsQueued = db.SyncJobs.Any(j => j.IntegrationId == i.Id && j.Owner == null && j.Purpose != SyncPurpose.Scheduled),
                })
                .ToListAsync(ct);
            waiting.AddRange(rows.Select(row => (row.Integration.AttentionKey, new WaitingIntegration
            {
                WorkspaceId = workspace.Id,
                WorkspaceName = workspace.Name,
                Integration = integrations.View(row.Integration),
                HasConnection = row.HasConnection,
                IsQueued = row.IsQueued,
            })));
        }

        // What time alone has taken out of the status since is not shown any more, though it was not written yet.
        return
        [
            .. waiting
                .OrderByDescending(row => row.Key)
                .ThenByDescending(row => row.Item.Integration.Id, StringComparer.Ordinal)
                .Select(row => row.Item)
                .Where(item => item.Integration.Evaluation.Status == IntegrationStatus.QualityAssurance)
                .Take(most),
        ];
    }

    /// <summary>The first warnings and errors in the log of a sync, in reading order.</summary>
    /// <param name="workspaceId">The workspace's number.</param>
    /// <param name="integrationId">The integration.</param>
    /// <param name="syncId">The sync.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<LogEntry>> ProblemsAsync(
        int workspaceId, string integrationId, string syncId, int most, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Integrations
            .Where(i => i.Id == integrationId)
            .InScope(new WorkspaceScope(workspaceId))
            .SelectMany(i => db.Syncs.Where(s => s.EnvironmentId == i.EnvironmentId && s.SyncId == syncId && s.IntegrationId == i.Id))
            .SelectMany(s => db.LogEntries.Where(e => e.SyncKey == s.Key && e.Level >= LogEntryLevel.Warning))
            .OrderBy(e => e.Seq)
            .Take(most)
            .AsNoTracking()
            .ToListAsync(ct);
    }
}
