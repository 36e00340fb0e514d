using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>
/// Inserts rows of one table with a prepared statement: syncs, messages and log entries come by the thousand, and tracking each
/// as an entity would cost more than the disk does. Works within the context's open transaction.
/// </summary>
internal sealed class PreparedInsert : IDisposable
{
    private readonly DbCommand _command;

    public PreparedInsert(DashboardContext db, string table, params IReadOnlyList<string> columns)
    {
        _command = db.Database.GetDbConnection().CreateCommand();
        _command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // Only the names of our own tables and columns are put in; every value is a parameter.
        _command.CommandText =
            $"""
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            VALUES ({string.Join(", ", columns.Select(column => $"${column}"))})
            ON CONFLICT DO NOTHING
            """;
#pragma warning restore CA2100
        foreach (var column in columns)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = $"${column}";
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>Inserts a row, the values in the order of the columns; false where its key is taken already.</summary>
    public bool Run(params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            _command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        return _command.ExecuteNonQuery() == 1;
    }

    public void Dispose() => _command.Dispose();
}
