using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

// Each of these writes as many rows as it is told at the most and returns how many; fewer than it might where nothing is left.
public sealed partial class LedgerSession
{
    /// <summary>Erases bodies of requests and responses of syncs that ended at <paramref name="until"/> (UTC) or before.</summary>
    /// <param name="until">The end of what is not kept.</param>
    /// <param name="most">How many rows to write at the most.</param>
    /// <param name="ct">Calls it off.</param>
    /// <returns>How many rows were written; fewer than <paramref name="most"/> where nothing is left to erase.</returns>
    public async Task<int> EraseBodiesAsync(DateTimeOffset until, int most, CancellationToken ct = default)
    {
        var keys = _db.Syncs.Where(sync => sync.HasBodies && sync.EndedAt <= until).OrderBy(sync => sync.EndedAt).Select(sync => (long?)sync.Key);
        var left = most;
        while (left > 0 && await keys.FirstOrDefaultAsync(ct) is { } key)
        {
            left -= await EraseBodiesOfAsync(key, left, ct);
            if (left > 0)
            {
                left -= await _db.Syncs.Where(sync => sync.Key == key).ExecuteUpdateAsync(set => set.SetProperty(sync => sync.HasBodies, false), ct);
            }
        }

        return most - left;
    }

    /// <summary>
    /// Erases syncs that ended at <paramref name="until"/> (UTC) or before, with their logs. What they and the events before them
    /// led to becomes what the facts begin with, so that a later report still folds into the same.
    /// </summary>
    /// <param name="until">The end of what is not kept.</param>
    /// <param name="most">How many rows to write at the most; two or more.</param>
    /// <param name="ct">Calls it off.</param>
    /// <returns>How many rows were written; fewer than <paramref name="most"/> where nothing is left to erase.</returns>
    public async Task<int> EraseSyncsAsync(DateTimeOffset until, int most, CancellationToken ct = default)
    {
        // A running sync has no end. The longest ended of all is the longest ended of its integration, too.
        var syncs = _db.Syncs.AsNoTracking().Where(sync => sync.EndedAt <= until).OrderBy(sync => sync.EndedAt);
        var left = most;
        while (left > 0 && await syncs.FirstOrDefaultAsync(ct) is { } sync)
        {
            left -= await FoldAsync(sync, left, ct);
            left -= left > 0 ? await EraseSyncAsync(sync.Key, left, ct) : 0;
        }

        return most - left;
    }

    /// <summary>Erases records that were found to be gone from the tool at <paramref name="until"/> (UTC) or before.</summary>
    /// <param name="until">The end of what is not kept.</param>
    /// <param name="most">How many rows to write at the most.</param>
    /// <param name="ct">Calls it off.</param>
    /// <returns>How many rows were written; fewer than <paramref name="most"/> where nothing is left to erase.</returns>
    public Task<int> EraseRemovedRecordsAsync(DateTimeOffset until, int most, CancellationToken ct = default) => _db.Database.ExecuteSqlAsync(
        $"""
        DELETE FROM "Records" WHERE ("IntegrationId", "Model", "RemoteId") IN
            (SELECT "IntegrationId", "Model", "RemoteId" FROM "Records"
             WHERE "RemovedAt" IS NOT NULL AND "RemovedAt" <= {until.UtcTicks} LIMIT {most})
        """,
        ct);

    /// <summary>Erases attempts to connect that failed at <paramref name="until"/> (UTC) or before.</summary>
    /// <param name="until">The end of what is not kept.</param>
    /// <param name="most">How many rows to write at the most.</param>
    /// <param name="ct">Calls it off.</param>
    /// <returns>How many rows were written; fewer than <paramref name="most"/> where nothing is left to erase.</returns>
    public Task<int> EraseFlowsAsync(DateTimeOffset until, int most, CancellationToken ct = default) =>
        _db.ConnectionFlows.Where(flow => flow.At <= until).OrderBy(flow => flow.At).Take(most).ExecuteDeleteAsync(ct);

    /// <summary>Erases the tallies of days before that of <paramref name="until"/> (UTC).</summary>
    /// <param name="until">The end of what is not kept.</param>
    /// <param name="most">How many rows to write at the most.</param>
    /// <param name="ct">Calls it off.</param>
    /// <returns>How many rows were written; fewer than <paramref name="most"/> where nothing is left to erase.</returns>
    public Task<int> EraseDaysAsync(DateTimeOffset until, int most, CancellationToken ct = default)
    {
        var day = DateOnly.FromDateTime(until.UtcDateTime).DayNumber;
        return _db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM "SyncDays" WHERE ("IntegrationId", "Day") IN (SELECT "IntegrationId", "Day" FROM "SyncDays" WHERE "Day" < {day} LIMIT {most})
            """,
            ct);
    }

    /// <summary>Erases what was shown in other products until <paramref name="until"/> (UTC) or before.</summary>
    /// <param name="until">The end of what is not kept.</param>
    /// <param name="most">How many rows to write at the most.</param>
    /// <param name="ct">Calls it off.</param>
    /// <returns>How many rows were written; fewer than <paramref name="most"/> where nothing is left to erase.</returns>
    public Task<int> EraseEmbedsAsync(DateTimeOffset until, int most, CancellationToken ct = default) =>
        _db.Embeds.Where(embed => embed.ExpiresAt <= until).OrderBy(embed => embed.ExpiresAt).Take(most).ExecuteDeleteAsync(ct);

    /// <summary>Erases links that stopped working at <paramref name="until"/> (UTC) or before.</summary>
    /// <param name="until">The end of what is not kept.</param>
    /// <param name="most">How many rows to write at the most.</param>
    /// <param name="ct">Calls it off.</param>
    /// <returns>How many rows were written; fewer than <paramref name="most"/> where nothing is left to erase.</returns>
    public async Task<int> EraseLinksAsync(DateTimeOffset until, int most, CancellationToken ct = default)
    {
        // By workspace, for so are they indexed; no link stops before it was made.
        var closed =
            from workspace in _db.Workspaces
            from link in _db.ConnectionLinks
            where link.WorkspaceId == workspace.Id && link.CreatedAt <= until
            where link.UsedAt <= until || link.RevokedAt <= until || link.ExpiresAt <= until
            select link.Id;
        var ids = await closed.OrderBy(id => id).Take(most).ToListAsync(ct);
        return await _db.ConnectionLinks.Where(link => ids.Contains(link.Id)).ExecuteDeleteAsync(ct);
    }

    // Folds an integration's history up to a sync into what its facts begin with, and erases the events folded. Uses up all the
    // rows it may write where that was not enough to reach the sync.
    private async Task<int> FoldAsync(Sync sync, int most, CancellationToken ct)
    {
        var integration = (await FindAsync(sync.IntegrationId, ct))!;
        var beginning = integration.BaseFacts;
        var end = sync.EndedAt!.Value;
        if (sync.State == SyncState.Cancelled || EventPosition.OfSync(end, sync.SyncId) <= beginning.Position)
        {
            return 0;
        }

        var rows = await _db.Events.AsNoTracking()
            .Where(e => e.IntegrationId == integration.Id && e.At < end)
            .OrderBy(e => e.At)
            .ThenBy(e => e.Sequence)
            .Take(most - 1)
            .ToListAsync(ct);
        var reached = rows.Count < most - 1;
        var history = rows.Select(Events.FromRow);
        if (reached)
        {
            // All that ended at the instant: the store does not sort ids as the history does.
            var together = await _db.Syncs.AsNoTracking()
                .Where(s => s.EndedAt == end && s.IntegrationId == integration.Id && s.State != SyncState.Cancelled)
                .ToListAsync(ct);
            history = history.Concat(together.Select(s => new SyncFinished(s.ToReference())));
        }

        var facts = beginning;
        foreach (var @event in history.Where(e => e.Position > beginning.Position).OrderBy(e => e.Position))
        {
            facts = StatusHistory.Step(facts, @event, _rules, []);
        }

        await _db.Integrations.Where(i => i.Id == integration.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.BaseFacts, facts), ct);
        var folded = rows.Select(row => row.Sequence).ToList();
        await _db.Events.Where(e => folded.Contains(e.Sequence)).ExecuteDeleteAsync(ct);
        _known.Remove(integration.Id);
        return reached ? rows.Count + 1 : most;
    }

    // With less than it may write it has erased the sync; otherwise it goes on where it stopped.
    private async Task<int> EraseSyncAsync(long key, int most, CancellationToken ct)
    {
        var left = most - await EraseBodiesOfAsync(key, most, ct);
        if (left > 0)
        {
            var entries = _db.LogEntries.Where(entry => entry.SyncKey == key);
            var last = await entries.OrderBy(entry => entry.Seq).Skip(left - 1).Select(entry => (int?)entry.Seq).FirstOrDefaultAsync(ct);
            left -= await entries.Where(entry => entry.Seq <= (last ?? int.MaxValue)).ExecuteDeleteAsync(ct);
        }

        return most - left + (left > 0 ? await _db.Syncs.Where(sync => sync.Key == key).ExecuteDeleteAsync(ct) : 0);
    }

    private async Task<int> EraseBodiesOfAsync(long key, int most, CancellationToken ct)
    {
        var bodies = _db.LogBodies.Where(body => body.SyncKey == key);
        var last = await bodies.OrderBy(body => body.Seq).Skip(most - 1).Select(body => (int?)body.Seq).FirstOrDefaultAsync(ct);
        return await bodies.Where(body => body.Seq <= (last ?? int.MaxValue)).ExecuteDeleteAsync(ct);
    }

    // What is folded into the beginning has no place for anything before or beside it any more.
    private static bool IsBeforeHistory(Integration integration, DateTimeOffset at) => at <= integration.BaseFacts.Position.At;

    private static RefusedReportException TooLate(Integration integration, string field) => new(
        field,
        $"the history of \"{integration.Id}\" is kept since {integration.BaseFacts.Position.At:yyyy-MM-ddTHH:mm:ss.FFFFFFFZ}; what happened until then can no longer be recorded.");
}
