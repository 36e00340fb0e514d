using System.Data.Common;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>
/// Inserts the log entries of one sync with two prepared statements: logs come ten thousand at a time, for which tracking each
/// entry as an entity would cost more than the disk does.
/// </summary>
internal sealed class LogWriter : IDisposable
{
    private readonly DbCommand _entry;
    private readonly DbCommand _body;

    public LogWriter(DashboardContext db, long syncKey)
    {
        _entry = Prepare(
            db,
            syncKey,
            "LogEntries",
            "Seq",
            nameof(LogEntry.At),
            nameof(LogEntry.Level),
            nameof(LogEntry.Message),
            nameof(LogEntry.Model),
            nameof(LogEntry.HttpMethod),
            nameof(LogEntry.HttpUrl),
            nameof(LogEntry.HttpStatus),
            nameof(LogEntry.HttpDurationMs));
        _body = Prepare(db, syncKey, "LogBodies", "Seq", nameof(LogBody.Request), nameof(LogBody.Response));
    }

    /// <summary>Inserts an entry with its bodies; false where its sequence number is known already.</summary>
    public bool Insert(LogReport report)
    {
        var entry = report.Entry;
        var added = Run(
            _entry,
            entry.Seq,
            entry.At.UtcTicks,
            (int)entry.Level,
            entry.Message,
            entry.Model,
            entry.HttpMethod,
            entry.HttpUrl,
            entry.HttpStatus,
            entry.HttpDurationMs);
        if (added && (report.RequestBody ?? report.ResponseBody) is not null)
        {
            Run(_body, entry.Seq, report.RequestBody, report.ResponseBody);
        }

        return added;
    }

    public void Dispose()
    {
        _entry.Dispose();
        _body.Dispose();
    }

    private static DbCommand Prepare(DashboardContext db, long syncKey, string table, params string[] columns)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // Only the names of our own tables and columns are put in; every value is a parameter.
        command.CommandText =
            $"""
            INSERT INTO "{table}" ("SyncKey", {string.Join(", ", columns.Select(column => $"\"{column}\""))})
            VALUES ($SyncKey, {string.Join(", ", columns.Select(column => $"${column}"))})
            ON CONFLICT DO NOTHING
            """;
#pragma warning restore CA2100
        Add(command, "$SyncKey").Value = syncKey;
        foreach (var column in columns)
        {
            Add(command, $"${column}");
        }

        return command;
    }

    private static DbParameter Add(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    private static bool Run(DbCommand command, params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index + 1].Value = values[index] ?? DBNull.Value;
        }

        return command.ExecuteNonQuery() == 1;
    }
}
