using Microsoft.Data.Sqlite;

namespace IntegrationsDashboard.Benchmarks;

/// <summary>Writes the rows of a finished sync as one would by hand, with prepared statements and nothing read.</summary>
internal sealed class PlainRecorder : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _sync;
    private readonly SqliteCommand _message;
    private readonly SqliteCommand _integration;
    private readonly SqliteCommand _change;
    private readonly SqliteCommand _count;
    private readonly string _facts;

    public PlainRecorder(BenchmarkStore store)
    {
        _connection = store.Open();
        _sync = Prepare(
            """
            INSERT INTO Syncs (EnvironmentId, SyncId, IntegrationId, State, Type, StartedAt, EndedAt, Error, Models, LogCount, ErrorCount, WarningCount)
            VALUES ($environment, $sync, $integration, $state, 0, $at, $at, NULL, '[]', 0, 0, 0)
            """);
        _message = Prepare(
            """
            INSERT INTO Outbox (WorkspaceId, IntegrationId, Type, OccurredAt, SyncId, "From", "To")
            VALUES ($workspace, $integration, $type, $at, $sync, $from, $to)
            """);
        _integration = Prepare(
            """
            UPDATE Integrations SET Facts = $facts, Status = $state, AttentionKey = $at, SinceKey = $at, LastSyncKey = $at WHERE Id = $integration
            """);
        _change = Prepare(
            """
            INSERT INTO StatusChanges (IntegrationId, At, "From", "To", Cause, ActorKind, SyncId) VALUES ($integration, $at, 8, 6, 1, 0, $sync)
            """);
        _count = Prepare(
            """
            INSERT INTO StatusCounts (WorkspaceId, Environment, Category, Tool, Status, Count) VALUES ($workspace, 0, 0, $tool, $state, 1)
            ON CONFLICT DO UPDATE SET Count = Count + excluded.Count
            """);
        using var facts = _connection.CreateCommand();
        facts.CommandText = "SELECT Facts FROM Integrations LIMIT 1";
        _facts = (string)facts.ExecuteScalar()!;
    }

    /// <summary>Writes syncs in one transaction.</summary>
    public void Write(BenchmarkStore store, IEnumerable<RecordedSync> syncs)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var sync in syncs)
        {
            Write(store, sync, transaction);
        }

        transaction.Commit();
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_sync, _message, _integration, _change, _count])
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private void Write(BenchmarkStore store, RecordedSync sync, SqliteTransaction transaction)
    {
        var report = sync.Report;
        var workspace = store.Workspace.WorkspaceId;
        var (id, at, state) = (report.IntegrationId, report.EndedAt!.Value.UtcTicks, (int)report.State);
        Run(_sync, transaction, ("$environment", store.Production.EnvironmentId!.Value), ("$sync", report.SyncId), ("$integration", id), ("$state", state), ("$at", at));
        Message("sync-finished");
        Run(_integration, transaction, ("$facts", _facts), ("$state", state), ("$at", at), ("$integration", id));
        if (sync.ChangesStatus)
        {
            Message("integration-state-changed", "active", "sync-failing");
            Run(_change, transaction, ("$integration", id), ("$at", at), ("$sync", report.SyncId));
            Run(_count, transaction, ("$workspace", workspace), ("$tool", "tool0"), ("$state", 8));
            Run(_count, transaction, ("$workspace", workspace), ("$tool", "tool0"), ("$state", 6));
        }

        void Message(string type, string? from = null, string? to = null) => Run(
            _message,
            transaction,
            ("$workspace", workspace),
            ("$integration", id),
            ("$type", type),
            ("$at", at),
            ("$sync", report.SyncId),
            ("$from", from ?? (object)DBNull.Value),
            ("$to", to ?? (object)DBNull.Value));
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The texts stand above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static void Run(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<(string Name, object Value)> values)
    {
        command.Transaction = transaction;
        foreach (var (name, value) in values)
        {
            if (command.Parameters.Contains(name))
            {
                command.Parameters[name].Value = value;
            }
            else
            {
                command.Parameters.AddWithValue(name, value);
            }
        }

        command.ExecuteNonQuery();
    }
}
