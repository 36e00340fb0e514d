using System.Text.Json;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>Writes the rows that every recording brings with it. Belongs to one transaction.</summary>
internal sealed class RowWriter(DashboardContext db) : IDisposable
{
    private PreparedStatement? _sync;
    private PreparedStatement? _syncUpdate;
    private PreparedStatement? _integration;
    private PreparedStatement? _change;
    private PreparedStatement? _count;
    private PreparedStatement? _syncDay;
    private PreparedStatement? _toolDay;
    private PreparedStatement? _message;
    private PreparedStatement? _pause;
    private PreparedStatement? _resume;
    private PreparedStatement? _setUp;
    private LogWriter? _log;
    private RecordWriter? _records;

    /// <summary>Inserts a sync without a log; false where its id is taken within its environment.</summary>
    public bool Insert(Sync sync)
    {
        _sync ??= PreparedStatement.Insert(
            db,
            nameof(DashboardContext.Syncs),
            "NOTHING",
            nameof(Sync.EnvironmentId),
            nameof(Sync.SyncId),
            nameof(Sync.IntegrationId),
            nameof(Sync.State),
            nameof(Sync.Type),
            nameof(Sync.StartedAt),
            nameof(Sync.EndedAt),
            nameof(Sync.Error),
            nameof(Sync.Models),
            nameof(Sync.LogCount),
            nameof(Sync.ErrorCount),
            nameof(Sync.WarningCount),
            nameof(Sync.HasBodies));
        return _sync.Run(
            sync.EnvironmentId,
            sync.SyncId,
            sync.IntegrationId,
            (int)sync.State,
            (int)sync.Type,
            sync.StartedAt.UtcTicks,
            sync.EndedAt?.UtcTicks,
            sync.Error,
            JsonSerializer.Serialize(sync.Models, StoreJson.Default.IReadOnlyListSyncModel),
            0,
            0,
            0,
            false);
    }

    /// <summary>Writes all of a sync that can change.</summary>
    public void Update(Sync sync)
    {
        _syncUpdate ??= PreparedStatement.Update(
            db,
            nameof(DashboardContext.Syncs),
            nameof(Sync.Key),
            nameof(Sync.State),
            nameof(Sync.Type),
            nameof(Sync.StartedAt),
            nameof(Sync.EndedAt),
            nameof(Sync.Error),
            nameof(Sync.Models),
            nameof(Sync.LogCount),
            nameof(Sync.ErrorCount),
            nameof(Sync.WarningCount),
            nameof(Sync.FirstError),
            nameof(Sync.FirstErrorMessage),
            nameof(Sync.FirstWarning),
            nameof(Sync.FirstWarningMessage),
            nameof(Sync.HasBodies));
        _syncUpdate.Run(
            sync.Key,
            (int)sync.State,
            (int)sync.Type,
            sync.StartedAt.UtcTicks,
            sync.EndedAt?.UtcTicks,
            sync.Error,
            JsonSerializer.Serialize(sync.Models, StoreJson.Default.IReadOnlyListSyncModel),
            sync.LogCount,
            sync.ErrorCount,
            sync.WarningCount,
            sync.FirstError,
            sync.FirstErrorMessage,
            sync.FirstWarning,
            sync.FirstWarningMessage,
            sync.HasBodies);
    }

    /// <summary>Writes all of an integration that can change.</summary>
    public void Update(Integration integration)
    {
        _integration ??= PreparedStatement.Update(
            db,
            nameof(DashboardContext.Integrations),
            nameof(Integration.Id),
            nameof(Integration.Facts),
            nameof(Integration.Status),
            nameof(Integration.NextChangeAt),
            nameof(Integration.AttentionKey),
            nameof(Integration.SinceKey),
            nameof(Integration.LastSyncKey),
            nameof(Integration.RunningSyncId),
            nameof(Integration.RunningSince),
            nameof(Integration.IsErasureDue));
        _integration.Run(
            integration.Id,
            JsonSerializer.Serialize(integration.Facts, StoreJson.Default.IntegrationFacts),
            (int)integration.Status,
            integration.NextChangeAt?.UtcTicks,
            integration.AttentionKey,
            integration.SinceKey,
            integration.LastSyncKey,
            integration.RunningSyncId,
            integration.RunningSince?.UtcTicks,
            integration.IsErasureDue);
    }

    /// <summary>Inserts lines of history.</summary>
    public void Insert(IEnumerable<StatusChange> changes)
    {
        foreach (var change in changes)
        {
            _change ??= PreparedStatement.Insert(
                db,
                nameof(DashboardContext.StatusChanges),
                "NOTHING",
                nameof(StatusChange.IntegrationId),
                nameof(StatusChange.At),
                nameof(StatusChange.From),
                nameof(StatusChange.To),
                nameof(StatusChange.Cause),
                nameof(StatusChange.ActorKind),
                nameof(StatusChange.ActorName),
                nameof(StatusChange.SyncId),
                nameof(StatusChange.Note));
            _change.Run(
                change.IntegrationId,
                change.At.UtcTicks,
                (int?)change.From,
                (int)change.To,
                (int)change.Cause,
                (int)change.ActorKind,
                change.ActorName,
                change.SyncId,
                change.Note);
        }
    }

    /// <summary>Counts one integration more, or one less, of a status.</summary>
    public void Count(Integration integration, IntegrationStatus status, int change)
    {
        _count ??= PreparedStatement.Insert(
            db,
            nameof(DashboardContext.StatusCounts),
            "UPDATE SET \"Count\" = \"Count\" + excluded.\"Count\"",
            nameof(StatusCount.WorkspaceId),
            nameof(StatusCount.Environment),
            nameof(StatusCount.Category),
            nameof(StatusCount.Tool),
            nameof(StatusCount.Status),
            nameof(StatusCount.Count));
        _count.Run(
            integration.WorkspaceId, (int)integration.Environment, (int)integration.Category, integration.Tool, (int)status, change);
    }

    /// <summary>Adds a sync that has ended to its day.</summary>
    public void Tally(Integration integration, Sync sync)
    {
        _syncDay ??= Tally(nameof(DashboardContext.SyncDays), nameof(SyncDay.IntegrationId));
        _toolDay ??= Tally(nameof(DashboardContext.ToolDays), nameof(ToolDay.WorkspaceId), nameof(ToolDay.Environment), nameof(ToolDay.Tool));
        var end = sync.EndedAt!.Value;
        var day = DateOnly.FromDateTime(end.UtcDateTime).DayNumber;
        var (succeeded, warned, refused) =
            (sync.State == SyncState.Succeeded, sync.State == SyncState.PartiallyFailed, sync.State == SyncState.AuthenticationFailed);
        var failed = !succeeded && !warned && !refused;
        var duration = (long)(end - sync.StartedAt).TotalMilliseconds;
        var records = sync.Models.Aggregate(0L, (sum, model) => Math.Min(DayTally.MostRecords, sum + Math.Min(DayTally.MostRecords, model.Records)));
        _syncDay.Run(integration.Id, day, succeeded, warned, failed, refused, duration, records);
        _toolDay.Run(
            integration.WorkspaceId, (int)integration.Environment, integration.Tool, day, succeeded, warned, failed, refused, duration, records);
    }

    private PreparedStatement Tally(string table, params IReadOnlyList<string> keys)
    {
        IReadOnlyList<string> sums =
        [
            nameof(DayTally.Succeeded),
            nameof(DayTally.Warned),
            nameof(DayTally.Failed),
            nameof(DayTally.Refused),
            nameof(DayTally.DurationMs),
            nameof(DayTally.Records),
        ];
        var adding = string.Join(", ", sums.Select(column => $"\"{column}\" = \"{column}\" + excluded.\"{column}\""));
        return PreparedStatement.Insert(db, table, $"UPDATE SET {adding}", [.. keys, nameof(DayTally.Day), .. sums]);
    }

    /// <summary>Inserts an entry of a sync's log with its bodies; false where its sequence number is known already.</summary>
    public bool Insert(Sync sync, LogReport report) => (_log ??= new LogWriter(db)).Insert(sync.Key, report);

    /// <summary>Writes what a sync found out about a record.</summary>
    public RecordOutcome Write(ClaimedSync sync, RecordWrite record, DateTimeOffset now) =>
        (_records ??= new RecordWriter(db)).Write(sync, record, now);

    /// <summary>Inserts a message to the outside.</summary>
    public void Insert(OutboxMessage message)
    {
        _message ??= PreparedStatement.Insert(
            db,
            nameof(DashboardContext.Outbox),
            "NOTHING",
            nameof(OutboxMessage.WorkspaceId),
            nameof(OutboxMessage.IntegrationId),
            nameof(OutboxMessage.Type),
            nameof(OutboxMessage.OccurredAt),
            nameof(OutboxMessage.SyncId),
            nameof(OutboxMessage.FlowId),
            nameof(OutboxMessage.From),
            nameof(OutboxMessage.To));
        _message.Run(
            message.WorkspaceId,
            message.IntegrationId,
            message.Type,
            message.OccurredAt.UtcTicks,
            message.SyncId,
            message.FlowId,
            message.From,
            message.To);
    }

    /// <summary>
    /// Sets when an integration's syncs are due that nobody runs now: null pauses them. Does nothing where syncs are reported from outside.
    /// </summary>
    public void Schedule(string integrationId, DateTimeOffset? due)
    {
        _pause ??= PreparedStatement.Custom(
            db,
            """
            UPDATE "SyncJobs" SET "DueAt" = NULL, "Purpose" = 0 WHERE "IntegrationId" = $id AND "Owner" IS NULL
            """,
            "id");
        _resume ??= PreparedStatement.Custom(
            db,
            """
            UPDATE "SyncJobs" SET "DueAt" = $due WHERE "IntegrationId" = $id AND "Type" = 0 AND "Owner" IS NULL AND "DueAt" IS NULL
            """,
            "id",
            "due");
        if (due is { } at)
        {
            _resume.Run(integrationId, at.UtcTicks);
        }
        else
        {
            _pause.Run(integrationId);
        }
    }

    /// <summary>
    /// Queues the set-up sync of an integration that has come into Setup, unless one has found what filters are chosen from, or is
    /// queued or runs. Does nothing where syncs are reported from outside.
    /// </summary>
    public void ScheduleSetUp(string integrationId, DateTimeOffset due)
    {
        _setUp ??= PreparedStatement.Custom(
            db,
            """
            UPDATE "SyncJobs" SET "DueAt" = $due, "Purpose" = 3
            WHERE "IntegrationId" = $id AND "Type" = 0 AND "Owner" IS NULL AND "DueAt" IS NULL
              AND EXISTS (SELECT 1 FROM "Connections" WHERE "IntegrationId" = $id AND "Facets" IS NULL)
            """,
            "id",
            "due");
        _setUp.Run(integrationId, due.UtcTicks);
    }

    public void Dispose()
    {
        _setUp?.Dispose();
        _records?.Dispose();
        _pause?.Dispose();
        _resume?.Dispose();
        _sync?.Dispose();
        _syncUpdate?.Dispose();
        _integration?.Dispose();
        _change?.Dispose();
        _count?.Dispose();
        _syncDay?.Dispose();
        _toolDay?.Dispose();
        _message?.Dispose();
        _log?.Dispose();
    }
}
