using System.Runtime.CompilerServices;
using IntegrationsDashboard.Store.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>
/// What pages ask about the log of a sync. The sync must have been found within the caller's scope first: its key is what
/// these take.
/// </summary>
public sealed class LogQueries(IDbContextFactory<DashboardContext> contexts)
{
    private const int FirstChunk = 2_048;
    private const int LargestChunk = 131_072;

    /// <summary>The entries from one on, in reading order.</summary>
    /// <param name="sync">The sync.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="from">The sequence number to begin at, itself included.</param>
    /// <param name="backward">Whether the entries before it are wanted rather than those after it.</param>
    /// <param name="size">How many at the most.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<LogEntry>> EntriesAsync(
        Sync sync, LogFilter filter, int from, bool backward, int size, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var entries = Filtered(db, sync, filter);
        if (!backward)
        {
            return await entries.Where(e => e.Seq >= from).OrderBy(e => e.Seq).Take(size).ToListAsync(ct);
        }

        var reversed = await entries.Where(e => e.Seq <= from).OrderByDescending(e => e.Seq).Take(size).ToListAsync(ct);
        reversed.Reverse();
        return reversed;
    }

    /// <summary>The entries of these sequence numbers, in reading order; those that are known no more are left out.</summary>
    public async Task<IReadOnlyList<LogEntry>> EntriesAsync(Sync sync, IReadOnlyList<int> seqs, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Filtered(db, sync, new LogFilter()).Where(e => seqs.Contains(e.Seq)).OrderBy(e => e.Seq).ToListAsync(ct);
    }

    /// <summary>The sequence numbers of the entries that the filter lets through, after one and up to another.</summary>
    public async Task<int[]> SequenceAsync(
        Sync sync, LogFilter filter, int after = -1, int upTo = int.MaxValue, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Between(Filtered(db, sync, filter), after, upTo).OrderBy(e => e.Seq).Select(e => e.Seq).ToArrayAsync(ct);
    }

    /// <summary>The greatest sequence number; -1 where there is no entry.</summary>
    public async Task<int> LastAsync(Sync sync, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Filtered(db, sync, new LogFilter()).MaxAsync(e => (int?)e.Seq, ct) ?? -1;
    }

    /// <summary>How many entries there are after one and up to another.</summary>
    public async Task<int> CountAsync(Sync sync, int after, int upTo, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Between(Filtered(db, sync, new LogFilter()), after, upTo).CountAsync(ct);
    }

    /// <summary>
    /// What an index needs to know of the entries that the filter lets through, after one and up to another, in reading order. The
    /// first chunk is small, so that a page soon has something to show; each is read away from the caller's thread.
    /// </summary>
    public async IAsyncEnumerable<LogChunk> ScanAsync(
        Sync sync, LogFilter filter, int after, int upTo, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var entries = Between(Filtered(db, sync, filter), after, upTo)
            .OrderBy(e => e.Seq)
            .Select(e => new { e.Seq, e.Level, e.Message, e.Model, e.HttpStatus });
        await db.Database.OpenConnectionAsync(ct);
        await using var command = entries.CreateDbCommand();
        await using var reader = (SqliteDataReader)await command.ExecuteReaderAsync(ct);
        for (var size = FirstChunk; ; size = Math.Min(size * 8, LargestChunk))
        {
            var chunk = await Task.Run(() => LogChunk.Read(reader, size), ct);
            if (chunk.Count > 0)
            {
                yield return chunk;
            }

            if (chunk.Count < size)
            {
                yield break;
            }
        }
    }

    /// <summary>The bodies of an entry's request and response; null where it has none, or they were erased.</summary>
    public async Task<LogBody?> BodyAsync(Sync sync, int seq, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.LogBodies.AsNoTracking().FirstOrDefaultAsync(b => b.SyncKey == sync.Key && b.Seq == seq, ct);
    }

    /// <summary>The whole log with its bodies, entry by entry, without holding it in memory.</summary>
    public IAsyncEnumerable<Recording.LogReport> ExportAsync(Sync sync, CancellationToken ct = default) =>
        WithBodiesAsync(sync, new LogFilter(), 0, ct);

    /// <summary>The entries from one on with their bodies, entry by entry: whoever reads them stops when it is enough.</summary>
    /// <param name="sync">The sync.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="from">The sequence number to begin at, itself included.</param>
    /// <param name="ct">Calls it off.</param>
    public async IAsyncEnumerable<Recording.LogReport> WithBodiesAsync(
        Sync sync, LogFilter filter, int from, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var entries =
            from entry in Filtered(db, sync, filter)
            where entry.Seq >= @from
            join body in db.LogBodies.AsNoTracking() on new { entry.SyncKey, entry.Seq } equals new { body.SyncKey, body.Seq } into bodies
            from body in bodies.DefaultIfEmpty()
            orderby entry.Seq
            select new { entry, body };
        await foreach (var row in entries.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return new Recording.LogReport(row.entry, row.body?.Request, row.body?.Response);
        }
    }

    private static IQueryable<LogEntry> Filtered(DashboardContext db, Sync sync, LogFilter filter)
    {
        var entries = db.LogEntries.AsNoTracking().Where(e => e.SyncKey == sync.Key);

        // Constants, not parameters: only then may the index of warnings and errors be used.
        entries = filter.Level switch
        {
            LogEntryLevel.Info => entries.Where(e => e.Level >= LogEntryLevel.Info),
            LogEntryLevel.Warning => entries.Where(e => e.Level >= LogEntryLevel.Warning),
            LogEntryLevel.Error => entries.Where(e => e.Level >= LogEntryLevel.Warning && e.Level == LogEntryLevel.Error),
            _ => entries,
        };
        if (filter.Requests)
        {
            entries = entries.Where(e => e.HttpUrl != null);
        }

        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var pattern = $"%{Escape(filter.Text.Trim())}%";
            entries = entries.Where(e =>
                EF.Functions.Like(e.Message, pattern, "\\")
                || EF.Functions.Like(e.Model!, pattern, "\\")
                || EF.Functions.Like(e.HttpUrl!, pattern, "\\"));
        }

        return entries;
    }

    private static IQueryable<LogEntry> Between(IQueryable<LogEntry> entries, int after, int upTo) =>
        entries.Where(e => e.Seq > after && e.Seq <= upTo);

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
