using System.Text.Json;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>Adds to the log of a sync that the dashboard runs.</summary>
    /// <exception cref="SyncCalledOffException">It may not run any more.</exception>
    public async Task WriteLogAsync(ClaimedSync sync, IReadOnlyList<LogReport> entries, CancellationToken ct = default)
    {
        await AssertHeldAsync(sync, ct);
        await AppendLogAsync(sync.Scope, sync.SyncId, entries, ct);
    }

    /// <summary>Writes what a sync found out about records; returns what became of each.</summary>
    /// <exception cref="SyncCalledOffException">It may not run any more.</exception>
    public async Task<IReadOnlyList<RecordOutcome>> WriteRecordsAsync(
        ClaimedSync sync, IReadOnlyList<RecordWrite> records, CancellationToken ct = default)
    {
        await AssertHeldAsync(sync, ct);
        var outcomes = new RecordOutcome[records.Count];
        for (var index = 0; index < outcomes.Length; index++)
        {
            outcomes[index] = _rows.Write(sync, records[index], Now);
        }

        Note(sync);
        return outcomes;
    }

    /// <summary>Shows what a running sync has brought so far.</summary>
    /// <exception cref="SyncCalledOffException">It may not run any more.</exception>
    public async Task ShowProgressAsync(ClaimedSync sync, IReadOnlyList<SyncModel> models, CancellationToken ct = default)
    {
        await AssertHeldAsync(sync, ct);
        await _db.Syncs.Where(s => s.Key == sync.SyncKey).ExecuteUpdateAsync(set => set.SetProperty(s => s.Models, models), ct);
        Note(sync);
    }

    /// <summary>
    /// Marks the records of a model as removed that a full sync has not seen; returns how many. As long as it returns
    /// <paramref name="most"/>, there may be more.
    /// </summary>
    /// <exception cref="SyncCalledOffException">It may not run any more.</exception>
    public async Task<int> SweepModelAsync(ClaimedSync sync, string model, int most, CancellationToken ct = default)
    {
        await AssertHeldAsync(sync, ct);
        var gone = _db.Records
            .Where(r => r.IntegrationId == sync.IntegrationId && r.Model == model && r.SeenBy != sync.SyncKey && r.RemovedAt == null)
            .OrderBy(r => r.RemoteId)
            .Select(r => r.RemoteId)
            .Take(most);
        var removed = await _db.Records
            .Where(r => r.IntegrationId == sync.IntegrationId && r.Model == model && gone.Contains(r.RemoteId))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(r => r.RemovedAt, Now)
                    .SetProperty(r => r.ChangedAt, Now)
                    .SetProperty(r => r.SeenBy, sync.SyncKey)
                    .SetProperty(r => r.ChangedBy, sync.SyncKey),
                ct);
        Note(sync);
        return removed;
    }

    /// <summary>Records how a sync ended that the dashboard ran, frees its job and says when the next is due.</summary>
    /// <exception cref="SyncCalledOffException">It may not run any more.</exception>
    public async Task<Integration> FinishSyncAsync(ClaimedSync sync, SyncEnd end, CancellationToken ct = default)
    {
        await AssertHeldAsync(sync, ct);
        var integration = await LoadAsync(sync.Scope, sync.IntegrationId, ct);
        var connection = await _db.Connections.AsNoTracking().SingleAsync(c => c.IntegrationId == sync.IntegrationId, ct);
        var refiltered = !Same(connection.Filters, sync.Filters) || (sync.Purpose == SyncPurpose.SetUp && !IsInSetup(integration));
        var outdated = refiltered || connection.ProtectedCredentials != sync.ProtectedCredentials || connection.Address != sync.Address;

        // The filters were configured while it looked what there is: it must not pass for the sync that finishes the set-up.
        var state = sync.Purpose == SyncPurpose.SetUp && !IsInSetup(integration) ? SyncState.Cancelled : end.State;
        if (await FindSyncAsync(integration.EnvironmentId, sync.SyncId, ct) is { State: SyncState.Running } running)
        {
            integration = await RecordSyncAsync(sync.Scope, Ending(running, state, end.Error, end.Models), ct);
        }

        if (end.Facets is { } facets)
        {
            await ConnectionOf(sync).ExecuteUpdateAsync(set => set.SetProperty(c => c.Facets, facets), ct);
        }

        if (state is SyncState.Succeeded or SyncState.PartiallyFailed && sync.Purpose != SyncPurpose.SetUp)
        {
            await ConnectionOf(sync).ExecuteUpdateAsync(set => set.SetProperty(c => c.SyncedUntil, sync.StartedAt), ct);
            if (sync.Type == SyncType.Full && !refiltered)
            {
                await ConnectionOf(sync).ExecuteUpdateAsync(set => set.SetProperty(c => c.DataExpiredAt, (DateTimeOffset?)null), ct);
            }
        }

        var (due, purpose) = Next(integration, connection, sync.Type, sync.Purpose, state, outdated);
        await FreeAsync(sync.IntegrationId, sync.Type, due, purpose, ct);
        if (sync.Type == SyncType.Full)
        {
            await ScheduleDeltaAsync(integration, connection, ct);
        }

        Note(integration, null);
        return integration;
    }

    private (DateTimeOffset? Due, SyncPurpose Purpose) Next(
        Integration integration, Connection connection, SyncType type, SyncPurpose purpose, SyncState state, bool outdated)
    {
        if (integration.Status.SyncsAutomatically())
        {
            // What it ran with was replaced meanwhile; nobody could queue a sync beside it.
            return outdated && type == SyncType.Full
                ? (Now, integration.Facts.Setup == SetupStatus.FinalSyncPending ? SyncPurpose.Final : SyncPurpose.Requested)
                : (After(type == SyncType.Full ? connection.FullEvery : connection.DeltaEvery), SyncPurpose.Scheduled);
        }

        // Without it there is nothing to choose filters from.
        var setsUpAgain = integration.Status == IntegrationStatus.Setup
            && purpose == SyncPurpose.SetUp
            && (outdated || state is not (SyncState.Succeeded or SyncState.PartiallyFailed));
        return setsUpAgain ? (outdated ? Now : After(connection.FullEvery), SyncPurpose.SetUp) : (null, SyncPurpose.Scheduled);
    }

    private async Task ScheduleDeltaAsync(Integration integration, Connection connection, CancellationToken ct)
    {
        if (integration.Status.SyncsAutomatically() && connection.DeltaEvery is not null)
        {
            var due = After(connection.DeltaEvery);
            await Job(integration.Id, SyncType.Delta)
                .Where(job => job.Owner == null && job.Purpose == SyncPurpose.Scheduled)
                .ExecuteUpdateAsync(set => set.SetProperty(job => job.DueAt, due), ct);
        }
    }

    private IQueryable<Connection> ConnectionOf(ClaimedSync sync) => _db.Connections.Where(c => c.IntegrationId == sync.IntegrationId);

    private async Task AssertHeldAsync(ClaimedSync sync, CancellationToken ct)
    {
        if (!await Job(sync.IntegrationId, sync.Type).AnyAsync(job => job.SyncId == sync.SyncId && job.Owner == sync.Owner, ct))
        {
            throw new SyncCalledOffException(sync.SyncId);
        }
    }

    private void Note(ClaimedSync sync) => _changes.Add(new IntegrationChanged(sync.Scope.WorkspaceId, sync.IntegrationId, sync.SyncId));

    private static bool IsInSetup(Integration integration) => integration.Facts.Setup == SetupStatus.Incomplete;

    private static bool Same(SyncFilters left, SyncFilters right) =>
        JsonSerializer.Serialize(left, StoreJson.Default.SyncFilters)
        == JsonSerializer.Serialize(right, StoreJson.Default.SyncFilters);
}
