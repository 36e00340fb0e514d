using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store;

/// <summary>
/// The only writer. Every call is one transaction that holds all it changes: facts, status, history, counts and the message to
/// the outside. When a call has returned, what it wrote survives the loss of the process and of the power.
/// </summary>
/// <param name="contexts">Makes the contexts.</param>
/// <param name="feed">Hears of every commit.</param>
/// <param name="time">The clock.</param>
/// <param name="rules">The thresholds of the rules.</param>
public sealed class Ledger(IDbContextFactory<DashboardContext> contexts, ChangeFeed feed, TimeProvider time, StatusRules rules) : IDisposable
{
    // SQLite has one writer at a time; waiting here is fair and costs nothing, waiting on the file's lock is polling.
    private readonly SemaphoreSlim _gate = new(1, 1);

    // Belong to the ledger, for they belong to the model of the ledger's contexts.
    private readonly LedgerQuestions _questions = new();

    /// <summary>Creates an integration, see <see cref="LedgerSession.CreateIntegrationAsync"/>.</summary>
    public Task<Integration> CreateIntegrationAsync(WorkspaceScope scope, NewIntegration report, CancellationToken ct = default) =>
        WriteAsync(session => session.CreateIntegrationAsync(scope, report, ct), ct: ct);

    /// <summary>Records an event, see <see cref="LedgerSession.RecordAsync"/>.</summary>
    public Task<Integration> RecordAsync(WorkspaceScope scope, string integrationId, IntegrationEvent @event, CancellationToken ct = default) =>
        WriteAsync(session => session.RecordAsync(scope, integrationId, @event, ct), ct: ct);

    /// <summary>Records a sync's start or end, see <see cref="LedgerSession.RecordSyncAsync"/>.</summary>
    public Task<Integration> RecordSyncAsync(WorkspaceScope scope, SyncReport report, CancellationToken ct = default) =>
        WriteAsync(session => session.RecordSyncAsync(scope, report, ct), ct: ct);

    /// <summary>Adds log entries, see <see cref="LedgerSession.AppendLogAsync"/>.</summary>
    public Task<LogAppended> AppendLogAsync(
        WorkspaceScope scope, string syncId, IReadOnlyList<LogReport> entries, CancellationToken ct = default) =>
        WriteAsync(session => session.AppendLogAsync(scope, syncId, entries, ct), ct: ct);

    /// <summary>Revokes a link, see <see cref="LedgerSession.RevokeLinkAsync"/>.</summary>
    public Task RevokeLinkAsync(WorkspaceScope scope, Guid linkId, CancellationToken ct = default) =>
        WriteAsync(session => session.RevokeLinkAsync(scope, linkId, ct), ct);

    /// <summary>Removes the demonstration, see <see cref="LedgerSession.RemoveDemonstrationAsync"/>.</summary>
    public Task<int> RemoveDemonstrationAsync(WorkspaceScope scope, CancellationToken ct = default) =>
        WriteAsync(session => session.RemoveDemonstrationAsync(scope, ct), ct: ct);

    /// <summary>Writes what time alone has changed, in batches, until nothing is due.</summary>
    public async Task SettleDueAsync(CancellationToken ct = default)
    {
        const int batch = 200;
        while (await AnyAsync((db, now) => db.Integrations.Where(i => i.NextChangeAt <= now), ct)
            && await WriteAsync(session => session.SettleDueAsync(batch, ct), ct: ct) == batch)
        {
        }
    }

    /// <summary>Takes syncs that are due, see <see cref="LedgerSession.ClaimDueAsync"/>. Where none is, nobody has to wait for the writer.</summary>
    public async Task<IReadOnlyList<ClaimedSync>> ClaimDueAsync(string owner, int most, TimeSpan lease, CancellationToken ct = default) =>
        await AnyAsync((db, now) => LedgerSession.DueJobs(db, now), ct)
            ? await WriteAsync(session => session.ClaimDueAsync(owner, most, lease, ct), ct: ct)
            : [];

    /// <summary>Says that a process still runs syncs, see <see cref="LedgerSession.RenewLeasesAsync"/>.</summary>
    public Task<IReadOnlyList<string>> RenewLeasesAsync(
        string owner, IReadOnlyCollection<string> syncIds, TimeSpan lease, CancellationToken ct = default) =>
        WriteAsync(session => session.RenewLeasesAsync(owner, syncIds, lease, ct), ct: ct);

    /// <summary>
    /// Makes deliveries of all messages to the outside that are new, in batches, see <see cref="LedgerSession.FanOutAsync"/>. Where none
    /// is, nobody has to wait for the writer.
    /// </summary>
    public async Task FanOutAsync(Func<OutboxMessage, MessageSubject, NewDelivery?> write, CancellationToken ct = default)
    {
        const int batch = 200;
        while (await AnyAsync((db, _) => LedgerSession.NewMessages(db, LedgerSession.WebhookReader), ct)
            && await WriteAsync(session => session.FanOutAsync(batch, write, ct), ct: ct) == batch)
        {
        }
    }

    /// <summary>Takes deliveries that are due, see <see cref="LedgerSession.ClaimDeliveriesAsync"/>. Where none is, nobody has to wait for the writer.</summary>
    public async Task<IReadOnlyList<ClaimedDelivery>> ClaimDeliveriesAsync(
        string owner, int most, TimeSpan lease, IReadOnlyDictionary<int, int>? inFlight = null, CancellationToken ct = default) =>
        await AnyAsync((db, now) => LedgerSession.DueDeliveries(db, now, inFlight), ct)
            ? await WriteAsync(session => session.ClaimDeliveriesAsync(owner, most, lease, inFlight, ct), ct: ct)
            : [];

    /// <summary>
    /// Notes all changes of status that people and channels are to be told of, and what has healed by now, in batches, see
    /// <see cref="LedgerSession.NoteChangesAsync"/>. Where there is none, nobody has to wait for the writer.
    /// </summary>
    public async Task NoteChangesAsync(NoticeTiming timing, CancellationToken ct = default)
    {
        const int batch = 200;
        var goesOn = true;
        while (goesOn && await HasChangesToNoteAsync(ct))
        {
            // In one transaction, so that nothing can have failed again unnoticed that is said to have healed.
            goesOn = await WriteAsync(
                async session => await session.NoteChangesAsync(batch, timing, ct) == batch
                    || await session.SettleIncidentsAsync(batch, timing, ct) == batch,
                ct: ct);
        }
    }

    /// <summary>Takes what is due to be told, see <see cref="LedgerSession.ClaimNoticesAsync"/>. Where nothing is, nobody has to wait for the writer.</summary>
    public async Task<IReadOnlyList<ClaimedNotices>> ClaimNoticesAsync(
        string owner, int most, TimeSpan lease, bool ofChannels, NoticeTiming timing, CancellationToken ct = default) =>
        await AnyAsync((db, now) => LedgerSession.DueNotices(db, now, ofChannels), ct)
            ? await WriteAsync(session => session.ClaimNoticesAsync(owner, most, lease, ofChannels, timing, ct), ct: ct)
            : [];

    /// <summary>Records how a sync ended that the dashboard ran, see <see cref="LedgerSession.FinishSyncAsync"/>.</summary>
    public Task<Integration> FinishSyncAsync(ClaimedSync sync, SyncEnd end, CancellationToken ct = default) =>
        WriteAsync(session => session.FinishSyncAsync(sync, end, ct), ct: ct);

    /// <summary>Ends the syncs whose lease is over, in batches, until there is none, see <see cref="LedgerSession.ReleaseAsync"/>.</summary>
    public async Task ReleaseLapsedAsync(CancellationToken ct = default)
    {
        const int batch = 100;
        while (await AnyAsync((db, now) => LedgerSession.LapsedJobs(db, now), ct)
            && await WriteAsync(session => session.ReleaseAsync(batch, null, ct), ct: ct) == batch)
        {
        }
    }

    /// <summary>Ends the syncs of a process that stops, see <see cref="LedgerSession.ReleaseAsync"/>.</summary>
    public Task<int> ReleaseAsync(string owner, CancellationToken ct = default) =>
        WriteAsync(session => session.ReleaseAsync(int.MaxValue, owner, ct), ct: ct);

    /// <summary>Whether a sync may still run. Asks without waiting for the writer.</summary>
    public async Task<bool> IsHeldAsync(ClaimedSync sync, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.SyncJobs.AnyAsync(
            job => job.IntegrationId == sync.IntegrationId && job.Type == sync.Type && job.SyncId == sync.SyncId && job.Owner == sync.Owner, ct);
    }

    /// <summary>
    /// Erases the data of integrations that were deleted long enough ago, see <see cref="LedgerSession.EraseDeletedAsync"/>, in
    /// batches between which others may write.
    /// </summary>
    public Task EraseDeletedAsync(CancellationToken ct = default) => InBatchesAsync((session, most) => session.EraseDeletedAsync(most, ct), ct);

    /// <summary>Erases what has been kept as long as the rules say, in batches between which others may write.</summary>
    /// <param name="retention">How long what is kept.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task EraseOutdatedAsync(RetentionRules retention, CancellationToken ct = default)
    {
        await InBatchesAsync((session, most) => session.EraseBodiesAsync(session.Now - retention.Bodies, most, ct), ct);
        await InBatchesAsync((session, most) => session.EraseSyncsAsync(session.Now - retention.Syncs, most, ct), ct);
        await InBatchesAsync((session, most) => session.EraseRemovedRecordsAsync(session.Now - retention.RemovedRecords, most, ct), ct);
        await InBatchesAsync((session, most) => session.EraseFlowsAsync(session.Now - retention.Syncs, most, ct), ct);
        await InBatchesAsync((session, most) => session.EraseLinksAsync(session.Now - retention.Syncs, most, ct), ct);
        await InBatchesAsync((session, most) => session.EraseDaysAsync(session.Now - RetentionRules.Days, most, ct), ct);
        await InBatchesAsync((session, most) => session.EraseEmbedsAsync(session.Now - retention.Syncs, most, ct), ct);
        await InBatchesAsync((session, most) => session.EraseDeliveriesAsync(session.Now - retention.Bodies, most, ct), ct);
        await InBatchesAsync((session, most) => session.EraseMessagesAsync(session.Now - retention.Syncs, most, ct), ct);
        await InBatchesAsync((session, most) => session.EraseNoticesAsync(session.Now - retention.Syncs, most, ct), ct);
        await InBatchesAsync((session, most) => session.EraseIncidentsAsync(session.Now - retention.Syncs, most, ct), ct);
        await InBatchesAsync((session, most) => session.EraseAuditAsync(session.Now - retention.Audit, most, ct), ct);
        await InBatchesAsync((session, most) => session.EraseSessionsAsync(session.Now - retention.Syncs, most, ct), ct);
        await InBatchesAsync((session, most) => session.EraseIdempotentCallsAsync(session.Now - RetentionRules.IdempotentCalls, most, ct), ct);
    }

    /// <summary>
    /// Runs several recordings in one transaction; if <paramref name="work"/> throws, none of them happened.
    /// </summary>
    /// <param name="work">What to do.</param>
    /// <param name="tellsOutside">False for history that nobody outside is to hear of any more.</param>
    /// <param name="now">The time that counts as now; the clock's where it is null.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<T> WriteAsync<T>(
        Func<LedgerSession, Task<T>> work, bool tellsOutside = true, DateTimeOffset? now = null, CancellationToken ct = default)
    {
        LedgerSession session;
        T result;
        await _gate.WaitAsync(ct);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);

            // Comparing all that is tracked on every save would make each recording of a long transaction slower than the one
            // before it. The session names what it changes; what a caller changed is looked for once, at the end.
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            using var rows = new RowWriter(db);
            session = new LedgerSession(db, _questions, rows, rules, now ?? time.GetUtcNow(), tellsOutside);
            result = await work(session);
            db.ChangeTracker.DetectChanges();
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        finally
        {
            _gate.Release();
        }

        feed.Publish(session.Changes, session.AccessChanges);
        if (session.HasChangedPatterns)
        {
            feed.PublishPatterns();
        }

        return result;
    }

    /// <summary>The same, for recordings that answer nothing.</summary>
    public Task WriteAsync(Func<LedgerSession, Task> work, CancellationToken ct = default) =>
        WriteAsync(
            async session =>
            {
                await work(session);
                return true;
            },
            ct: ct);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task InBatchesAsync(Func<LedgerSession, int, Task<int>> erase, CancellationToken ct)
    {
        // So few that whoever records something meanwhile does not notice.
        const int batch = 200;
        while (await WriteAsync(session => erase(session, batch), ct: ct) == batch)
        {
        }
    }

    private async Task<bool> HasChangesToNoteAsync(CancellationToken ct) =>
        await AnyAsync((db, _) => LedgerSession.NewMessages(db, LedgerSession.NoticesReader), ct)
        || await AnyAsync(LedgerSession.HealedIncidents, ct)
        || !await AnyAsync((db, _) => db.OutboxReaders.Where(reader => reader.Id == LedgerSession.NoticesReader), ct);

    private async Task<bool> AnyAsync<T>(Func<DashboardContext, DateTimeOffset, IQueryable<T>> rows, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await rows(db, time.GetUtcNow()).AnyAsync(ct);
    }
}
