using IntegrationsDashboard.Status;
using IntegrationsDashboard.Status.Explaining;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>Puts syncs side by side.</summary>
public sealed class ComparisonQueries(IDbContextFactory<DashboardContext> contexts)
{
    /// <summary>How many lines of each log are read from its beginning.</summary>
    public const int MostLines = 5000;

    /// <summary>How many warnings and errors of each log are read, wherever they stand.</summary>
    public const int MostProblems = 2000;

    /// <summary>How many messages that only one log has are told.</summary>
    public const int MostMessages = 20;

    private const int MostNeighbours = 100;

    /// <summary>Compares two syncs, found within the caller's scope before: their keys are what this takes.</summary>
    public async Task<SyncComparison> CompareAsync(Sync a, Sync b, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (inA, wholeA) = await MessagesAsync(db, a, ct);
        var (inB, wholeB) = await MessagesAsync(db, b, ct);
        return new SyncComparison(a, b, Without(inA, inB), Without(inB, inA), wholeA && wholeB);
    }

    /// <summary>
    /// What a sync is worth being compared with: the last one before it, and the last one before it that worked, where that is another.
    /// </summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="sync">The sync.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<(Sync? Previous, Sync? LastGood)> NeighboursAsync(WorkspaceScope scope, Sync sync, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(sync);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var before = await db.Integrations.Where(i => i.Id == sync.IntegrationId).InScope(scope)
            .SelectMany(i => db.Syncs.Where(other =>
                other.IntegrationId == i.Id && other.StartedAt <= sync.StartedAt && (other.StartedAt < sync.StartedAt || other.Key < sync.Key)))
            .OrderByDescending(other => other.StartedAt)
            .ThenByDescending(other => other.Key)
            .Take(MostNeighbours)
            .AsNoTracking()
            .ToListAsync(ct);
        var ended = before.Where(other => other.State is not (SyncState.Running or SyncState.Cancelled)).ToList();

        // Warnings are bad only where nothing worse is.
        var good = ended.Find(other => other.State == SyncState.Succeeded
            || (other.State == SyncState.PartiallyFailed && sync.State != SyncState.PartiallyFailed));
        var previous = ended.FirstOrDefault();
        return (previous, sync.State == SyncState.Succeeded || good?.Key == previous?.Key ? null : good);
    }

    private static IReadOnlyList<MessageCount> Without(IReadOnlyList<MessageCount> messages, IReadOnlyList<MessageCount> others)
    {
        var known = others.Select(other => (other.Level, other.Shape)).ToHashSet();
        return
        [
            .. messages
                .Where(message => !known.Contains((message.Level, message.Shape)))
                .OrderByDescending(message => message.Level)
                .ThenBy(message => message.First)
                .Take(MostMessages),
        ];
    }

    private static async Task<(IReadOnlyList<MessageCount> Messages, bool IsWhole)> MessagesAsync(DashboardContext db, Sync sync, CancellationToken ct)
    {
        var entries = db.LogEntries.AsNoTracking().Where(e => e.SyncKey == sync.Key);
        var lines = await entries.OrderBy(e => e.Seq).Take(MostLines + 1).Select(e => new Line(e.Seq, e.Level, e.Message)).ToListAsync(ct);
        var isWhole = lines.Count <= MostLines;
        if (!isWhole)
        {
            // What explains how a sync ended often stands at the end of its log.
            var last = lines[MostLines - 1].Seq;
            lines.RemoveAt(MostLines);
            lines.AddRange(await entries
                .Where(e => e.Level >= LogEntryLevel.Warning && e.Seq > last)
                .OrderBy(e => e.Seq)
                .Take(MostProblems)
                .Select(e => new Line(e.Seq, e.Level, e.Message))
                .ToListAsync(ct));
        }

        var messages = lines
            .GroupBy(line => (line.Level, Shape: MessageShape.Of(line.Message)))
            .Select(alike => new MessageCount(alike.Key.Level, alike.Key.Shape, alike.First().Message, alike.Count(), alike.First().Seq));
        return ([.. messages], isWhole);
    }

    private readonly record struct Line(int Seq, LogEntryLevel Level, string Message);
}
