using System.Globalization;
using System.Linq.Expressions;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1309 // The database compares the strings, byte by byte; it knows no other comparison.

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What pages and programs ask about integrations. Every query is answered from an index and never counts or skips rows.</summary>
public sealed class IntegrationQueries(IDbContextFactory<DashboardContext> contexts, TimeProvider time, StatusRules rules)
{
    /// <summary>The rows of a list from a cursor on.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="filter">Which integrations.</param>
    /// <param name="sort">In which order.</param>
    /// <param name="descending">Whether the order is turned round.</param>
    /// <param name="from">The row beside which to begin; null for an end of the list.</param>
    /// <param name="backward">Whether the rows before the cursor are wanted rather than those after it.</param>
    /// <param name="size">How many rows at the most.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<Page<IntegrationView>> ListAsync(
        WorkspaceScope scope,
        IntegrationFilter filter,
        IntegrationSort sort,
        bool descending = false,
        Cursor? from = null,
        bool backward = false,
        int size = 50,
        CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        // A cursor of another order is none.
        from = sort == IntegrationSort.Name || KeyOf(from) is not null ? from : null;

        // Times sort the other way round: what people expect on top is the most recent.
        var ascending = descending ^ backward ^ sort is IntegrationSort.Attention or IntegrationSort.Name;
        var rows = await Sorted(db.Integrations.AsNoTracking().Matching(scope, filter, sort), sort, ascending, from)
            .Take(size + 1)
            .ToListAsync(ct);
        var more = rows.Count > size;
        if (more)
        {
            rows.RemoveAt(size);
        }

        if (backward)
        {
            rows.Reverse();
        }

        var before = backward ? more : from is not null;
        var after = backward ? from is not null : more;
        return new Page<IntegrationView>(
            [.. rows.Select(View)],
            before && rows.Count > 0 ? CursorOf(rows[0], sort) : null,
            after && rows.Count > 0 ? CursorOf(rows[^1], sort) : null);
    }

    /// <summary>How many integrations have each status, leaving the filter's statuses and text aside.</summary>
    public async Task<IReadOnlyDictionary<IntegrationStatus, int>> CountsAsync(
        WorkspaceScope scope, IntegrationFilter filter, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (filter.Customer is not null)
        {
            // A customer has few: they are counted.
            return await db.Integrations.Matching(scope, filter with { Statuses = [], Text = null })
                .GroupBy(i => i.Status)
                .Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        }

        var counts = await Counts(db, scope, filter)
            .GroupBy(count => count.Status)
            .Select(group => new { group.Key, Sum = group.Sum(count => count.Count) })
            .ToListAsync(ct);
        return counts.ToDictionary(count => count.Key, count => count.Sum);
    }

    /// <summary>The tools that the scope's integrations connect to.</summary>
    public async Task<IReadOnlyList<string>> ToolsAsync(WorkspaceScope scope, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Counts(db, scope, new IntegrationFilter())
            .Where(count => count.Count > 0)
            .Select(count => count.Tool)
            .Distinct()
            .OrderBy(tool => tool)
            .ToListAsync(ct);
    }

    /// <summary>One integration; null where the scope has none of that id. A deleted one is still shown.</summary>
    public async Task<IntegrationView?> FindAsync(WorkspaceScope scope, string id, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var row = await db.Integrations.AsNoTracking().InScope(scope).FirstOrDefaultAsync(i => i.Id == id, ct);
        return row is null ? null : View(row);
    }

    /// <summary>Whether the scope has demonstration data.</summary>
    public async Task<bool> HasDemonstrationAsync(WorkspaceScope scope, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Integrations.InScope(scope).AnyAsync(i => i.IsDemonstration, ct);
    }

    /// <summary>The last changes of status, the most recent first.</summary>
    public Task<IReadOnlyList<StatusChange>> StatusChangesAsync(WorkspaceScope scope, string id, int most, CancellationToken ct = default) =>
        StatusChangesAsync(scope, id, null, most, ct);

    /// <summary>The changes of status before one, the most recent first.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The integration.</param>
    /// <param name="after">After which change to go on, backwards in time; null for the first page.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<StatusChange>> StatusChangesAsync(
        WorkspaceScope scope, string id, RowPlace? after, int most, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var changes = db.Integrations.InScope(scope)
            .Where(i => i.Id == id)
            .SelectMany(i => db.StatusChanges.Where(change => change.IntegrationId == i.Id));
        if (after is var (at, key))
        {
            changes = changes.Where(change => change.At <= at && (change.At < at || change.Id < key));
        }

        return await changes
            .OrderByDescending(change => change.At)
            .ThenByDescending(change => change.Id)
            .Take(most)
            .AsNoTracking()
            .ToListAsync(ct);
    }

    /// <summary>What the operator wrote to the customer who resolved the first sync at that instant (UTC); null where nothing was written.</summary>
    public async Task<string?> ResolutionNoteAsync(WorkspaceScope scope, string id, DateTimeOffset resolvedAt, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Integrations.InScope(scope)
            .Where(i => i.Id == id)
            .SelectMany(i => db.StatusChanges.Where(change => change.IntegrationId == i.Id))
            .Where(change => change.At == resolvedAt && change.Cause == EventKind.QaResolved)
            .Select(change => change.Note)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>An integration as it is shown at the clock's time.</summary>
    public IntegrationView View(Integration row) => new()
    {
        Id = row.Id,
        EnvironmentId = row.EnvironmentId,
        Environment = row.Environment,
        Tool = row.Tool,
        Category = row.Category,
        EndUser = row.EndUser,
        CreatedAt = row.CreatedAt,
        Facts = row.Facts,
        Evaluation = StatusEvaluator.Evaluate(row.Facts, time.GetUtcNow(), rules),
        RunningSyncId = row.RunningSyncId,
        RunningSince = row.RunningSince,
    };

    private static IQueryable<StatusCount> Counts(DashboardContext db, WorkspaceScope scope, IntegrationFilter filter)
    {
        var counts = db.StatusCounts.Where(count => count.WorkspaceId == scope.WorkspaceId);
        if (scope.EnvironmentId is { } environmentId)
        {
            counts = counts.Where(count =>
                db.Environments.Any(e => e.Id == environmentId && e.WorkspaceId == count.WorkspaceId && e.Kind == count.Environment));
        }

        if (filter.Environment is { } environment)
        {
            counts = counts.Where(count => count.Environment == environment);
        }

        if (filter.Category is { } category)
        {
            counts = counts.Where(count => count.Category == category);
        }

        return filter.Tool is { } tool ? counts.Where(count => count.Tool == tool) : counts;
    }

    private static IQueryable<Integration> Sorted(IQueryable<Integration> rows, IntegrationSort sort, bool ascending, Cursor? from)
    {
        if (sort == IntegrationSort.Name)
        {
            if (from is { Key: var name })
            {
                rows = ascending
                    ? rows.Where(i => string.Compare(i.NameKey, name) > 0)
                    : rows.Where(i => string.Compare(i.NameKey, name) < 0);
            }

            return ascending ? rows.OrderBy(i => i.NameKey) : rows.OrderByDescending(i => i.NameKey);
        }

        Expression<Func<Integration, long>> key = sort switch
        {
            IntegrationSort.Attention => i => i.AttentionKey,
            IntegrationSort.LastSync => i => i.LastSyncKey,
            _ => i => i.SinceKey,
        };
        if (KeyOf(from) is { } at)
        {
            rows = rows.Where(Beyond(key, at, from!.Value.Id, ascending));
        }

        return ascending ? rows.OrderBy(key).ThenBy(i => i.Id) : rows.OrderByDescending(key).ThenByDescending(i => i.Id);
    }

    // key >= at AND (key > at OR id > …): the first half is what the index seeks by, the second parts equal keys.
    private static Expression<Func<Integration, bool>> Beyond(Expression<Func<Integration, long>> key, long at, string id, bool ascending)
    {
        Expression<Func<long, string, bool>> beyond = ascending
            ? (k, i) => k >= at && (k > at || string.Compare(i, id) > 0)
            : (k, i) => k <= at && (k < at || string.Compare(i, id) < 0);
        var row = key.Parameters[0];
        var body = new Substitution(beyond.Parameters[0], key.Body).Visit(beyond.Body);
        body = new Substitution(beyond.Parameters[1], Expression.Property(row, nameof(Integration.Id))).Visit(body);
        return Expression.Lambda<Func<Integration, bool>>(body, row);
    }

    private static long? KeyOf(Cursor? cursor) => long.TryParse(cursor?.Key, CultureInfo.InvariantCulture, out var key) ? key : null;

    private static Cursor CursorOf(Integration row, IntegrationSort sort) => sort switch
    {
        IntegrationSort.Name => new Cursor(row.NameKey, row.Id),
        IntegrationSort.Attention => new Cursor(row.AttentionKey.ToString(CultureInfo.InvariantCulture), row.Id),
        IntegrationSort.LastSync => new Cursor(row.LastSyncKey.ToString(CultureInfo.InvariantCulture), row.Id),
        _ => new Cursor(row.SinceKey.ToString(CultureInfo.InvariantCulture), row.Id),
    };

    private sealed class Substitution(ParameterExpression parameter, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : node;
    }
}
