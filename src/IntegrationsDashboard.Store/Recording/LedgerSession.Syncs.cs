using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>
    /// Records a sync's start or end. The same report again changes nothing; a report of a start that comes after the end
    /// changes nothing; a sync that was cancelled here stays cancelled.
    /// </summary>
    /// <exception cref="UnknownIdException">No such integration in the scope, or it was deleted.</exception>
    /// <exception cref="RefusedReportException">The sync is known with another integration or another end, or ended before the history that is kept.</exception>
    public async Task<Integration> RecordSyncAsync(WorkspaceScope scope, SyncReport report, CancellationToken ct = default)
    {
        Demand(scope, Rights.Report);
        var integration = await LoadAsync(scope, report.IntegrationId, ct);
        if (report.EndedAt is { } end && IsBeforeHistory(integration, end))
        {
            return await FindSyncAsync(integration.EnvironmentId, report.SyncId, ct) is { } kept && IsRepetition(kept, report)
                ? integration
                : throw TooLate(integration, "ended_at");
        }

        var sync = new Sync
        {
            EnvironmentId = integration.EnvironmentId,
            SyncId = report.SyncId,
            IntegrationId = integration.Id,
            State = report.State,
            Type = report.Type,
            StartedAt = report.StartedAt,
            EndedAt = report.EndedAt,
            Error = report.Error,
            Models = report.Models,
        };
        if (!_rows.Insert(sync))
        {
            var known = (await FindSyncAsync(integration.EnvironmentId, report.SyncId, ct))!;
            if (IsRepetition(known, report))
            {
                return integration;
            }

            Update(known, report);
            sync = known;
        }

        await ShowRunningAsync(integration, sync, ct);
        IntegrationStatus? from = null;
        if (report.State is not (SyncState.Running or SyncState.Cancelled))
        {
            from = await _facts.ApplyAsync(integration, new SyncFinished(sync.ToReference()), ct);
            _rows.Tally(integration, sync);
        }

        Write(integration, report.SyncId, from);
        return integration;
    }

    private void Update(Sync sync, SyncReport report)
    {
        sync.State = report.State;
        sync.Type = report.Type;
        sync.StartedAt = report.StartedAt;
        sync.EndedAt = report.EndedAt;
        sync.Error = report.Error;
        sync.Models = report.Models;
        _rows.Update(sync);
    }

    private static bool IsRepetition(Sync known, SyncReport report)
    {
        if (known.IntegrationId != report.IntegrationId)
        {
            throw new RefusedReportException(
                "integration_id", $"the sync \"{known.SyncId}\" belongs to another integration; give each sync an id of its own.");
        }

        if (!known.State.IsFinal())
        {
            return report.State == known.State && report.StartedAt == known.StartedAt && report.Type == known.Type;
        }

        if (report.State == SyncState.Running
            || known.State == SyncState.Cancelled
            || (known.State == report.State && known.EndedAt == report.EndedAt))
        {
            return true;
        }

        throw new RefusedReportException(
            "state",
            $"the sync \"{known.SyncId}\" already ended at {known.EndedAt:yyyy-MM-ddTHH:mm:ss.FFFFFFFZ} in another way; the end of a sync is reported once and for all.");
    }

    private Task<Sync?> FindSyncAsync(int environmentId, string syncId, CancellationToken ct) =>
        _questions.Sync(_db, environmentId, syncId, ct);

    private async Task ShowRunningAsync(Integration integration, Sync sync, CancellationToken ct)
    {
        if (integration.RunningSyncId is null)
        {
            // Nothing runs, unless it is this one.
            var runs = sync.State == SyncState.Running;
            integration.RunningSyncId = runs ? sync.SyncId : null;
            integration.RunningSince = runs ? sync.StartedAt : null;
            return;
        }

        if (sync.State != SyncState.Running && integration.RunningSyncId != sync.SyncId)
        {
            return;
        }

        var running = await _db.Syncs
            .Where(s => s.IntegrationId == integration.Id && s.State == SyncState.Running)
            .OrderByDescending(s => s.StartedAt)
            .Select(s => new { s.SyncId, s.StartedAt })
            .FirstOrDefaultAsync(ct);
        integration.RunningSyncId = running?.SyncId;
        integration.RunningSince = running?.StartedAt;
    }

    private async Task CancelRunningAsync(Integration integration, DateTimeOffset at, CancellationToken ct)
    {
        var running = await _db.Syncs.AsNoTracking()
            .Where(s => s.IntegrationId == integration.Id && s.State == SyncState.Running)
            .ToListAsync(ct);
        foreach (var sync in running)
        {
            sync.State = SyncState.Cancelled;
            sync.EndedAt = at < sync.StartedAt ? sync.StartedAt : at;
            _rows.Update(sync);
        }

        integration.RunningSyncId = null;
        integration.RunningSince = null;

        // Whoever runs one of them finds, at the next thing it writes, that it is no longer its.
        foreach (var job in await _db.SyncJobs.Where(j => j.IntegrationId == integration.Id && j.Owner != null).ToListAsync(ct))
        {
            job.SyncId = Secrets.NewSyncId();
            job.Purpose = SyncPurpose.Scheduled;
            job.DueAt = null;
            job.Owner = null;
            job.LeaseUntil = null;
            await SaveAsync(job, ct);
        }
    }
}
