using IntegrationsDashboard.Store.Model;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What an index needs to know of some entries that follow each other.</summary>
public sealed class LogChunk
{
    private readonly int[] _seqs;
    private readonly byte[] _levels;
    private readonly ulong[] _keys;

    private LogChunk(int capacity) => (_seqs, _levels, _keys) = (new int[capacity], new byte[capacity], new ulong[capacity]);

    /// <summary>How many entries.</summary>
    public int Count { get; private set; }

    /// <summary>Their sequence numbers, ascending.</summary>
    public ReadOnlySpan<int> Seqs => _seqs.AsSpan(0, Count);

    /// <summary>Their levels, as <see cref="LogEntryLevel"/> numbers them.</summary>
    public ReadOnlySpan<byte> Levels => _levels.AsSpan(0, Count);

    /// <summary>What they have in common with those that say the same; see <see cref="FoldKey"/>.</summary>
    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, Count);

    /// <summary>A chunk of entries at hand.</summary>
    public static LogChunk Of(params IReadOnlyList<LogEntry> entries)
    {
        var chunk = new LogChunk(entries.Count);
        foreach (var entry in entries)
        {
            var model = System.Text.Encoding.UTF8.GetBytes(entry.Model ?? "");
            chunk.Add(entry.Seq, entry.Level, FoldKey.Of(entry.Level, entry.HttpStatus, model, System.Text.Encoding.UTF8.GetBytes(entry.Message)));
        }

        return chunk;
    }

    /// <summary>
    /// The next entries of a reader of sequence number, level, message, model and HTTP status. A million messages are read as SQLite
    /// has them: as strings they would cost more than all the rest.
    /// </summary>
    internal static LogChunk Read(SqliteDataReader reader, int size)
    {
        var chunk = new LogChunk(size);
        while (chunk.Count < size && reader.Read())
        {
            var statement = reader.Handle!;
            var level = (LogEntryLevel)raw.sqlite3_column_int(statement, 1);
            int? status = raw.sqlite3_column_type(statement, 4) == raw.SQLITE_NULL ? null : raw.sqlite3_column_int(statement, 4);
            var key = FoldKey.Of(level, status, raw.sqlite3_column_blob(statement, 3), raw.sqlite3_column_blob(statement, 2));
            chunk.Add(raw.sqlite3_column_int(statement, 0), level, key);
        }

        return chunk;
    }

    private void Add(int seq, LogEntryLevel level, ulong key)
    {
        (_seqs[Count], _levels[Count], _keys[Count]) = (seq, (byte)level, key);
        Count++;
    }
}
