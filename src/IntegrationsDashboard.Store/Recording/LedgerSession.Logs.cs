using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>Adds entries to the log of a sync that was reported before. Entries whose sequence number is known change nothing.</summary>
    /// <exception cref="UnknownIdException">No such sync in the scope, or its integration was deleted.</exception>
    /// <exception cref="RefusedReportException">The sync ended before the history that is kept.</exception>
    public async Task<LogAppended> AppendLogAsync(
        WorkspaceScope scope, string syncId, IReadOnlyList<LogReport> entries, CancellationToken ct = default)
    {
        Demand(scope, Rights.Report);
        var environmentId = scope.EnvironmentId ?? throw new ArgumentException("A log belongs to one environment.", nameof(scope));
        var sync = await FindSyncAsync(environmentId, syncId, ct) ?? throw new UnknownIdException("sync", syncId);
        var integration = await LoadAsync(scope, sync.IntegrationId, ct);
        if (sync.EndedAt is { } end && IsBeforeHistory(integration, end))
        {
            // Its log is being erased.
            throw TooLate(integration, "sync_id");
        }

        var added = 0;
        var firstsChanged = false;
        foreach (var report in entries)
        {
            if (!_rows.Insert(sync, report))
            {
                continue;
            }

            added++;
            sync.HasBodies |= (report.RequestBody ?? report.ResponseBody) is not null;
            firstsChanged |= Count(sync, report.Entry);
        }

        if (added == 0)
        {
            return new LogAppended(0, entries.Count);
        }

        sync.LogCount += added;
        _rows.Update(sync);
        IntegrationStatus? from = null;
        if (firstsChanged && sync.State is not (SyncState.Running or SyncState.Cancelled))
        {
            from = await _facts.ApplyAsync(integration, new LogEntriesRecorded(Now, sync.ToReference()), ct);
            _rows.Update(integration);
        }

        Note(integration, syncId, from);
        return new LogAppended(added, entries.Count - added);
    }

    private static bool Count(Sync sync, LogEntry entry)
    {
        switch (entry.Level)
        {
            case LogEntryLevel.Error:
                sync.ErrorCount++;
                if (entry.Seq < (sync.FirstError ?? int.MaxValue))
                {
                    sync.FirstError = entry.Seq;
                    sync.FirstErrorMessage = SyncReference.Shorten(entry.Message);
                    return true;
                }

                return false;
            case LogEntryLevel.Warning:
                sync.WarningCount++;
                if (entry.Seq < (sync.FirstWarning ?? int.MaxValue))
                {
                    sync.FirstWarning = entry.Seq;
                    sync.FirstWarningMessage = SyncReference.Shorten(entry.Message);
                    return true;
                }

                return false;
            default:
                return false;
        }
    }
}
