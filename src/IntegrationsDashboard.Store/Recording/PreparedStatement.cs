using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>
/// Writes rows of one table within the context's open transaction. Syncs, messages and log entries come by the thousand, and
/// tracking each as an entity would cost more than the disk does.
/// </summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly DbCommand _command;

    private PreparedStatement(DashboardContext db, string sql, IReadOnlyList<string> columns)
    {
        _command = db.Database.GetDbConnection().CreateCommand();
        _command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // Only the names of our own tables and columns are put in; every value is a parameter.
        _command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var column in columns)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = $"${column}";
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>Any other statement; the parameters are named after <paramref name="parameters"/>.</summary>
    public static PreparedStatement Custom(DashboardContext db, string sql, params IReadOnlyList<string> parameters) => new(db, sql, parameters);

    /// <summary>Inserts rows; does what <paramref name="onConflict"/> says where the key is taken.</summary>
    public static PreparedStatement Insert(DashboardContext db, string table, string onConflict, params IReadOnlyList<string> columns) => new(
        db,
        $"""
        INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
        VALUES ({string.Join(", ", columns.Select(column => $"${column}"))})
        ON CONFLICT DO {onConflict}
        """,
        columns);

    /// <summary>Updates all but the first column of the row that the first one names.</summary>
    public static PreparedStatement Update(DashboardContext db, string table, params IReadOnlyList<string> columns) => new(
        db,
        $"""
        UPDATE "{table}" SET {string.Join(", ", columns.Skip(1).Select(column => $"\"{column}\" = ${column}"))}
        WHERE "{columns[0]}" = ${columns[0]}
        """,
        columns);

    /// <summary>Writes a row, the values in the order of the columns; returns whether there was something to write.</summary>
    public bool Run(params ReadOnlySpan<object?> values)
    {
        Fill(values);
        return _command.ExecuteNonQuery() == 1;
    }

    /// <summary>What <paramref name="read"/> makes of the first row that is found; null where none is.</summary>
    public T? First<T>(Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
        where T : class
    {
        Fill(values);
        using var reader = _command.ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    private void Fill(ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            _command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }
    }

    public void Dispose() => _command.Dispose();
}
