using System.Runtime.CompilerServices;
using IntegrationsDashboard.Status.Explaining;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>
/// What operators ask about past error messages, of all workspaces at once: so never on behalf of a customer. The last messages are
/// looked at one by one, and none is kept.
/// </summary>
public sealed class PastErrorQueries(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>How many messages are looked at.</summary>
    public const int Most = 5_000;

    /// <summary>How far back.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromDays(60);

    /// <summary>What an expression fits.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="tool">The only tool whose messages count; null for all.</param>
    /// <param name="samples">How many samples at the most.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<PatternTrial> TryAsync(PatternExpression expression, string? tool, int samples, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var (read, matching) = (0, 0);
        var integrations = new HashSet<string>();
        var shapes = new Dictionary<string, PastError>();
        await foreach (var error in LastAsync(ct))
        {
            if (tool is null || error.Tool == tool)
            {
                read++;
                if (expression.Fits(error.Message))
                {
                    matching++;
                    integrations.Add(error.IntegrationId);
                    if (shapes.Count < samples)
                    {
                        shapes.TryAdd(MessageShape.Of(error.Message), error);
                    }
                }
            }
        }

        return new PatternTrial(read, matching, integrations.Count, [.. shapes.Values.OrderByDescending(error => error.At)]);
    }

    /// <summary>The messages that nothing explains, the most frequent first.</summary>
    /// <param name="isExplained">Whether something explains a message.</param>
    /// <param name="most">How many shapes at the most.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<UnexplainedMessages>> UnexplainedAsync(Func<PastError, bool> isExplained, int most, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(isExplained);
        var shapes = new Dictionary<string, (int Count, HashSet<string> Integrations, PastError Last)>();
        await foreach (var error in LastAsync(ct))
        {
            if (!isExplained(error))
            {
                var shape = MessageShape.Of(error.Message);
                var (count, integrations, last) = shapes.GetValueOrDefault(shape, (0, [], error));
                integrations.Add(error.IntegrationId);
                shapes[shape] = (count + 1, integrations, last);
            }
        }

        return
        [
            .. shapes
                .OrderByDescending(shape => shape.Value.Count)
                .ThenBy(shape => shape.Key, StringComparer.Ordinal)
                .Take(most)
                .Select(shape => new UnexplainedMessages(shape.Key, shape.Value.Count, shape.Value.Integrations.Count, shape.Value.Last)),
        ];
    }

    // What syncs themselves say comes first: their logs often say the same at greater length.
    private async IAsyncEnumerable<PastError> LastAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var since = time.GetUtcNow() - Span;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var failed = db.Syncs.Where(sync => sync.EndedAt > since && (sync.Error != null || sync.ErrorCount > 0))
            .OrderByDescending(sync => sync.EndedAt)
            .Take(Most);
        var said =
            from sync in failed
            where sync.Error != null
            join integration in db.Integrations on sync.IntegrationId equals integration.Id
            orderby sync.EndedAt descending
            select new PastError(sync.Error!, integration.Tool, integration.Id, sync.SyncId, null, sync.EndedAt!.Value);
        var logged =
            from sync in failed
            where sync.ErrorCount > 0
            join integration in db.Integrations on sync.IntegrationId equals integration.Id
            join entry in db.LogEntries on sync.Key equals entry.SyncKey
            where entry.Level >= LogEntryLevel.Error && entry.Message != (sync.Error ?? "")
            orderby sync.EndedAt descending, entry.Seq
            select new PastError(entry.Message, integration.Tool, integration.Id, sync.SyncId, entry.Seq, sync.EndedAt!.Value);
        var left = Most;
        await foreach (var error in said.AsAsyncEnumerable().WithCancellation(ct))
        {
            left--;
            yield return error;
        }

        await foreach (var error in logged.Take(left).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return error;
        }
    }
}
