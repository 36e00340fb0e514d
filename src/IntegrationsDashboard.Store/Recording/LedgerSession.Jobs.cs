using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>What a sync ends with whose process died or was stopped.</summary>
    public const string StoppedMidway = "The dashboard stopped while this sync ran; the next one runs anew.";

    // So that what fell due together does not fall due together for ever.
    private const double Jitter = 0.1;

    /// <summary>
    /// Takes syncs that are due, the longest due first, and records that they run. At most one of an integration runs at a time, a full
    /// one before a delta one. What is due but may not run any more is taken off the schedule.
    /// </summary>
    /// <param name="owner">The process that will run them.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="lease">How long they count as running without a word of the process.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<ClaimedSync>> ClaimDueAsync(string owner, int most, TimeSpan lease, CancellationToken ct = default)
    {
        var claimed = new List<ClaimedSync>();
        while (claimed.Count < most)
        {
            var due = await DueJobs(_db, Now).Take(most - claimed.Count).AsNoTracking().ToListAsync(ct);
            if (due.Count == 0)
            {
                break;
            }

            foreach (var job in due)
            {
                var integration = (await FindAsync(job.IntegrationId, ct))!;
                var connection = await _db.Connections.AsNoTracking().SingleAsync(c => c.IntegrationId == job.IntegrationId, ct);
                if (PurposeNow(integration, connection, job) is { } purpose)
                {
                    claimed.Add(await StartAsync(integration, connection, job, purpose, owner, lease, ct));
                }
                else
                {
                    await SetDueAsync(job, null, SyncPurpose.Scheduled, ct);
                }
            }
        }

        return claimed;
    }

    /// <summary>Says that a process still runs syncs; returns those that it still holds.</summary>
    public async Task<IReadOnlyList<string>> RenewLeasesAsync(
        string owner, IReadOnlyCollection<string> syncIds, TimeSpan lease, CancellationToken ct = default)
    {
        await HeldBy(_db, owner)
            .Where(job => syncIds.Contains(job.SyncId))
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.LeaseUntil, Now + lease), ct);
        return await HeldBy(_db, owner).Where(job => syncIds.Contains(job.SyncId)).Select(job => job.SyncId).ToListAsync(ct);
    }

    /// <summary>
    /// Ends syncs that no process runs any more: those whose lease is over, or those of a process that stops. Their next ones are due at
    /// once where the integration still syncs by itself. Returns how many there were.
    /// </summary>
    /// <param name="most">How many at the most.</param>
    /// <param name="owner">The process that stops; null for all whose lease is over.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<int> ReleaseAsync(int most, string? owner = null, CancellationToken ct = default)
    {
        var jobs = await (owner is null ? LapsedJobs(_db, Now) : HeldBy(_db, owner)).Take(most).AsNoTracking().ToListAsync(ct);
        foreach (var job in jobs)
        {
            var integration = (await FindAsync(job.IntegrationId, ct))!;
            if (integration.Facts.DeletedAt is null
                && await FindSyncAsync(integration.EnvironmentId, job.SyncId, ct) is { State: SyncState.Running } running)
            {
                integration = await RecordSyncAsync(
                    new WorkspaceScope(integration.WorkspaceId, integration.EnvironmentId),
                    // A program that stops says nothing about the tool; one that vanished cannot say that this was all.
                    Ending(running, owner is null ? SyncState.TimedOut : SyncState.Cancelled, StoppedMidway, running.Models),
                    ct);
            }

            var auto = integration.Status.SyncsAutomatically();
            var setsUp = integration.Status == IntegrationStatus.Setup;
            await FreeAsync(
                job.IntegrationId, job.Type, auto || setsUp ? Now : null, setsUp ? SyncPurpose.SetUp : SyncPurpose.Scheduled, ct);
            Note(integration, null);
        }

        return jobs.Count;
    }

    internal static IQueryable<SyncJob> DueJobs(DashboardContext db, DateTimeOffset now) => db.SyncJobs
        .Where(job => job.DueAt <= now
            && !db.SyncJobs.Any(other => other.IntegrationId == job.IntegrationId
                && (other.Owner != null || (job.Type == SyncType.Delta && other.Type == SyncType.Full && other.DueAt <= now))))
        .OrderBy(job => job.DueAt);

    internal static IQueryable<SyncJob> LapsedJobs(DashboardContext db, DateTimeOffset now) =>
        db.SyncJobs.Where(job => job.LeaseUntil < now).OrderBy(job => job.LeaseUntil);

    internal static IQueryable<SyncJob> HeldBy(DashboardContext db, string owner) =>
        db.SyncJobs.Where(job => job.LeaseUntil != null && job.Owner == owner);

    // What it may run for; null where it may not.
    private static SyncPurpose? PurposeNow(Integration integration, Connection connection, SyncJob job)
    {
        var status = integration.Status;
        return job.Purpose switch
        {
            _ when integration.Facts.DeletedAt is not null => null,
            SyncPurpose.SetUp when status == IntegrationStatus.Setup => SyncPurpose.SetUp,
            SyncPurpose.QualityAssurance when status == IntegrationStatus.QualityAssurance => SyncPurpose.QualityAssurance,
            _ when !status.SyncsAutomatically() => null,
            SyncPurpose.Scheduled when job.Type == SyncType.Delta && connection.DeltaEvery is null => null,

            // The filters came before the sync that was to look what there is.
            SyncPurpose.SetUp => SyncPurpose.Final,
            _ => job.Purpose,
        };
    }

    private async Task<ClaimedSync> StartAsync(
        Integration integration, Connection connection, SyncJob job, SyncPurpose purpose, string owner, TimeSpan lease, CancellationToken ct)
    {
        await Job(job.IntegrationId, job.Type).ExecuteUpdateAsync(
            set => set
                .SetProperty(j => j.Owner, owner)
                .SetProperty(j => j.LeaseUntil, Now + lease)
                .SetProperty(j => j.DueAt, (DateTimeOffset?)null)
                .SetProperty(j => j.Purpose, purpose),
            ct);
        var scope = new WorkspaceScope(integration.WorkspaceId, integration.EnvironmentId);
        var report = new SyncReport
        {
            SyncId = job.SyncId,
            IntegrationId = integration.Id,
            State = SyncState.Running,
            Type = job.Type,
            StartedAt = Now,
        };
        await RecordSyncAsync(scope, report, ct);
        return new ClaimedSync
        {
            Owner = owner,
            IntegrationId = integration.Id,
            Scope = scope,
            Tool = integration.Tool,
            SyncId = job.SyncId,
            SyncKey = (await FindSyncAsync(integration.EnvironmentId, job.SyncId, ct))!.Key,
            Type = job.Type,
            Purpose = purpose,
            Address = connection.Address,
            ProtectedCredentials = connection.ProtectedCredentials,
            Filters = connection.Filters,
            ChangedSince = job.Type == SyncType.Delta ? connection.SyncedUntil : null,
            StartedAt = Now,
        };
    }

    private DateTimeOffset? After(TimeSpan? interval) =>
        interval is { } every ? Now + (every * (1 + (Jitter * Random.Shared.NextDouble()))) : null;

    private Task<int> FreeAsync(string integrationId, SyncType type, DateTimeOffset? due, SyncPurpose purpose, CancellationToken ct)
    {
        var next = Secrets.NewSyncId();
        return Job(integrationId, type).ExecuteUpdateAsync(
            set => set
                .SetProperty(j => j.SyncId, next)
                .SetProperty(j => j.Owner, (string?)null)
                .SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null)
                .SetProperty(j => j.DueAt, due)
                .SetProperty(j => j.Purpose, purpose),
            ct);
    }

    private Task<int> SetDueAsync(SyncJob job, DateTimeOffset? due, SyncPurpose purpose, CancellationToken ct) =>
        Job(job.IntegrationId, job.Type).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.DueAt, due).SetProperty(j => j.Purpose, purpose), ct);

    private IQueryable<SyncJob> Job(string integrationId, SyncType type) =>
        _db.SyncJobs.Where(job => job.IntegrationId == integrationId && job.Type == type);

    private SyncReport Ending(Sync running, SyncState state, string? error, IReadOnlyList<SyncModel> models) => new()
    {
        SyncId = running.SyncId,
        IntegrationId = running.IntegrationId,
        State = state,
        Type = running.Type,
        StartedAt = running.StartedAt,
        EndedAt = Now < running.StartedAt ? running.StartedAt : Now,
        Error = error,
        Models = models,
    };
}
