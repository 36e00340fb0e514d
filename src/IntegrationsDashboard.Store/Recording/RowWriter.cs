using System.Text.Json;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>Inserts what every recording brings with it: syncs and messages. Belongs to one transaction.</summary>
internal sealed class RowWriter(DashboardContext db) : IDisposable
{
    private PreparedInsert? _sync;
    private PreparedInsert? _message;

    /// <summary>Inserts a sync without a log; false where its id is taken within its environment.</summary>
    public bool Insert(Sync sync)
    {
        _sync ??= new PreparedInsert(
            db,
            nameof(DashboardContext.Syncs),
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
            nameof(Sync.WarningCount));
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
            0);
    }

    /// <summary>Inserts a message.</summary>
    public void Insert(OutboxMessage message)
    {
        _message ??= new PreparedInsert(
            db,
            nameof(DashboardContext.Outbox),
            nameof(OutboxMessage.WorkspaceId),
            nameof(OutboxMessage.IntegrationId),
            nameof(OutboxMessage.Type),
            nameof(OutboxMessage.OccurredAt),
            nameof(OutboxMessage.SyncId),
            nameof(OutboxMessage.From),
            nameof(OutboxMessage.To));
        _message.Run(
            message.WorkspaceId,
            message.IntegrationId,
            message.Type,
            message.OccurredAt.UtcTicks,
            message.SyncId,
            message.From,
            message.To);
    }

    public void Dispose()
    {
        _sync?.Dispose();
        _message?.Dispose();
    }
}
