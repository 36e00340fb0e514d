using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>
/// What pages ask about the log of a sync. The sync must have been found within the caller's scope first: its key is what
/// these take.
/// </summary>
public sealed class LogQueries(IDbContextFactory<DashboardContext> contexts)
{
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

    /// <summary>The sequence numbers of all entries that the filter lets through: four bytes each, the index of a virtual list.</summary>
    public async Task<int[]> SequenceAsync(Sync sync, LogFilter filter, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Filtered(db, sync, filter).OrderBy(e => e.Seq).Select(e => e.Seq).ToArrayAsync(ct);
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
        Sync sync, LogFilter filter, int from, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
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

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
