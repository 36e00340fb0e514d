using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What helps to understand how one integration came to be as it is.</summary>
public sealed class InsightQueries(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>How many changes of status are looked at, the last ones; what was before the first of them counts as unknown.</summary>
    public const int MostChanges = 10_000;

    /// <summary>How many syncs are looked at for the last one that worked.</summary>
    public const int MostSyncs = 200;

    private const int MostEvents = 20;

    private static readonly EventKind[] Telling =
        [EventKind.Activated, EventKind.Deactivated, EventKind.CredentialsReplaced, EventKind.SetupCompleted, EventKind.QaResolved];

    // What stands in the audit log only: all else is an event as well.
    private const AuditAction TellingAct = AuditAction.ScheduleSet;

    /// <summary>The statuses of an integration day by day, today included, the earliest first; see <see cref="UptimeDays"/>.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The integration.</param>
    /// <param name="days">How many days, 1 or more.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<UptimeDay>> UptimeAsync(WorkspaceScope scope, string id, int days, CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        var first = new DateTimeOffset(now.UtcDateTime.Date.AddDays(1 - days), TimeSpan.Zero);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var changes = InScope(db, scope, id).SelectMany(i => db.StatusChanges.Where(change => change.IntegrationId == i.Id));
        var within = await changes
            .Where(change => change.At > first)
            .OrderByDescending(change => change.At)
            .ThenByDescending(change => change.Id)
            .Take(MostChanges)
            .Select(change => new StatusSpan(change.At, change.To))
            .ToListAsync(ct);

        // The one that the first day begins with.
        var before = within.Count == MostChanges ? [] : await changes
            .Where(change => change.At <= first)
            .OrderByDescending(change => change.At)
            .ThenByDescending(change => change.Id)
            .Take(1)
            .Select(change => new StatusSpan(change.At, change.To))
            .ToListAsync(ct);
        within.AddRange(before);
        within.Reverse();
        return UptimeDays.Of(within, now, days);
    }

    /// <summary>What an integration's syncs came to day by day, today included, the earliest first.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The integration.</param>
    /// <param name="days">How many days, 1 or more.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<TallyDay>> DaysAsync(WorkspaceScope scope, string id, int days, CancellationToken ct = default)
    {
        var first = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1 - days);
        var from = first.DayNumber;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sums = await InScope(db, scope, id)
            .SelectMany(i => db.SyncDays.Where(day => day.IntegrationId == i.Id && day.Day >= from))
            .Select(day => new
            {
                day.Day,
                Sum = new TallySum(day.Succeeded, day.Warned, day.Failed, day.Refused, day.DurationMs, day.Records),
            })
            .ToDictionaryAsync(day => day.Day, day => day.Sum, ct);
        return TallyDay.Fill(sums, first, days);
    }

    /// <summary>
    /// What happened since an integration worked for the last time; null where it works, where none of its last
    /// <see cref="MostSyncs"/> syncs up to the first bad one worked, or where that is no question of syncs.
    /// </summary>
    /// <param name="scope">What the caller may see. Changes of settings are told to those only who may read the audit log.</param>
    /// <param name="item">The integration.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<Relapse?> RelapseAsync(WorkspaceScope scope, IntegrationView item, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Evaluation.Status is not (IntegrationStatus.SyncHasWarnings or IntegrationStatus.SyncFailing
            or IntegrationStatus.AuthenticationFailing or IntegrationStatus.CredentialsInvalid))
        {
            return null;
        }

        // The status holds since its first bad sync ended, so that one and the last good one started before that.
        var since = item.Evaluation.Reason.Since;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var syncs = await InScope(db, scope, item.Id)
            .SelectMany(i => db.Syncs.Where(sync => sync.IntegrationId == i.Id && sync.StartedAt <= since))
            .OrderByDescending(sync => sync.StartedAt)
            .ThenByDescending(sync => sync.Key)
            .Take(MostSyncs)
            .AsNoTracking()
            .ToListAsync(ct);
        var ended = syncs
            .Where(sync => sync.EndedAt is not null && sync.State is not (SyncState.Running or SyncState.Cancelled))
            .OrderByDescending(sync => sync.EndedAt)
            .ThenByDescending(sync => sync.SyncId, StringComparer.Ordinal)
            .ToList();
        var at = ended.FindIndex(sync => sync.EndedAt < since && Worked(sync.State, item.Evaluation.Status));
        if (at < 1)
        {
            return null;
        }

        var (good, bad) = (ended[at], ended[at - 1]);
        return new Relapse(good, bad, await BetweenAsync(db, scope, item.Id, good.EndedAt!.Value, bad.EndedAt!.Value, ct));
    }

    // Warnings are bad only where nothing worse is.
    private static bool Worked(SyncState state, IntegrationStatus status) =>
        state == SyncState.Succeeded || (state == SyncState.PartiallyFailed && status != IntegrationStatus.SyncHasWarnings);

    private static async Task<IReadOnlyList<RelapseEvent>> BetweenAsync(
        DashboardContext db, WorkspaceScope scope, string id, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var events = await db.Events.AsNoTracking()
            .Where(e => e.IntegrationId == id && e.At > from && e.At <= until && Telling.Contains(e.Kind))
            .OrderByDescending(e => e.At)
            .Take(MostEvents)
            .ToListAsync(ct);

        // By their time: the integration was found within the scope already.
        var acts = !scope.May(Rights.Administer) ? [] : await db.AuditEntries.AsNoTracking()
            .Where(e => e.At > from && e.At <= until && e.IntegrationId == id && e.Action == TellingAct)
            .OrderByDescending(e => e.At)
            .Take(MostEvents)
            .ToListAsync(ct);
        return
        [
            .. events.Select(e => new RelapseEvent(e.At, e.Kind, null, new Actor(e.ActorKind, e.ActorName)))
                .Concat(acts.Select(e => new RelapseEvent(e.At, null, e.Action, new Actor(e.ActorKind, e.ActorName))))
                .OrderBy(happened => happened.At),
        ];
    }

    private static IQueryable<Integration> InScope(DashboardContext db, WorkspaceScope scope, string id) =>
        db.Integrations.Where(i => i.Id == id).InScope(scope);
}
