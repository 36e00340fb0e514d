using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>Writes the records that one sync finds.</summary>
internal sealed class RecordWriter(DashboardContext db) : IDisposable
{
    private const string Key = """WHERE "IntegrationId" = $id AND "Model" = $model AND "RemoteId" = $remote""";

    private readonly PreparedStatement _find = PreparedStatement.Custom(
        db, $"""SELECT "Data", "RemovedAt", "SeenBy" FROM "Records" {Key}""", "id", "model", "remote");

    private readonly PreparedStatement _insert = PreparedStatement.Insert(
        db,
        nameof(DashboardContext.Records),
        "NOTHING",
        nameof(StoredRecord.IntegrationId),
        nameof(StoredRecord.Model),
        nameof(StoredRecord.RemoteId),
        nameof(StoredRecord.Data),
        nameof(StoredRecord.CreatedAt),
        nameof(StoredRecord.ChangedAt),
        nameof(StoredRecord.SeenBy),
        nameof(StoredRecord.ChangedBy));

    private readonly PreparedStatement _see = PreparedStatement.Custom(
        db, $"""UPDATE "Records" SET "SeenBy" = $sync {Key}""", "id", "model", "remote", "sync");

    private readonly PreparedStatement _change = PreparedStatement.Custom(
        db,
        $"""UPDATE "Records" SET "Data" = $data, "ChangedAt" = $now, "RemovedAt" = NULL, "SeenBy" = $sync, "ChangedBy" = $sync {Key}""",
        "id",
        "model",
        "remote",
        "sync",
        "now",
        "data");

    private readonly PreparedStatement _remove = PreparedStatement.Custom(
        db,
        $"""UPDATE "Records" SET "RemovedAt" = $now, "ChangedAt" = $now, "SeenBy" = $sync, "ChangedBy" = $sync {Key}""",
        "id",
        "model",
        "remote",
        "sync",
        "now");

    /// <summary>Writes what a sync found out about a record.</summary>
    public RecordOutcome Write(ClaimedSync sync, RecordWrite record, DateTimeOffset now)
    {
        var known = _find.First(
            row => new Known(row.GetString(0), !row.IsDBNull(1), row.GetInt64(2) == sync.SyncKey),
            sync.IntegrationId,
            record.Model,
            record.RemoteId);
        if (record.Data is null)
        {
            if (known is null or { IsRemoved: true })
            {
                return RecordOutcome.Nothing;
            }

            _remove.Run(sync.IntegrationId, record.Model, record.RemoteId, sync.SyncKey, now.UtcTicks);
            return RecordOutcome.Removed;
        }

        if (known is null)
        {
            _insert.Run(
                sync.IntegrationId, record.Model, record.RemoteId, record.Data, now.UtcTicks, now.UtcTicks, sync.SyncKey, sync.SyncKey);
            return RecordOutcome.Added;
        }

        if (known.IsRemoved || known.Data != record.Data)
        {
            _change.Run(sync.IntegrationId, record.Model, record.RemoteId, sync.SyncKey, now.UtcTicks, record.Data);
            return known.IsSeen ? RecordOutcome.Nothing : known.IsRemoved ? RecordOutcome.Added : RecordOutcome.Changed;
        }

        if (known.IsSeen)
        {
            return RecordOutcome.Nothing;
        }

        _see.Run(sync.IntegrationId, record.Model, record.RemoteId, sync.SyncKey);
        return RecordOutcome.Unchanged;
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
        _see.Dispose();
        _change.Dispose();
        _remove.Dispose();
    }

    private sealed record Known(string Data, bool IsRemoved, bool IsSeen);
}
