using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What is asked about many integrations at once, chosen by a filter or one by one.</summary>
public sealed class SelectionQueries(IDbContextFactory<DashboardContext> contexts, IntegrationQueries integrations)
{
    private const int PageSize = 500;

    /// <summary>How many match.</summary>
    public async Task<int> CountAsync(WorkspaceScope scope, IntegrationFilter filter, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Integrations.Matching(scope, filter).CountAsync(ct);
    }

    /// <summary>All that match, in order, read as they are asked for.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="filter">Which integrations.</param>
    /// <param name="sort">In which order.</param>
    /// <param name="descending">Whether the order is turned round.</param>
    /// <param name="ct">Calls it off.</param>
    public async IAsyncEnumerable<IntegrationView> AllAsync(
        WorkspaceScope scope,
        IntegrationFilter filter,
        IntegrationSort sort,
        bool descending = false,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        Cursor? from = null;
        do
        {
            var page = await integrations.ListAsync(scope, filter, sort, descending, from, size: PageSize, ct: ct);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            from = page.Next;
        }
        while (from is not null);
    }

    /// <summary>Those of these ids that are within the scope, in the order of the ids.</summary>
    public async Task<IReadOnlyList<IntegrationView>> FindAsync(WorkspaceScope scope, IReadOnlyList<string> ids, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Integrations.AsNoTracking().InScope(scope).Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);
        return [.. ids.Distinct().Where(rows.ContainsKey).Select(id => integrations.View(rows[id]))];
    }

    /// <summary>How many of the syncs succeeded that ended on a day or later, by integration; of what had none there is no word.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="ids">The integrations.</param>
    /// <param name="from">The first day that counts (UTC).</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyDictionary<string, SyncShare>> SharesAsync(
        WorkspaceScope scope, IReadOnlyCollection<string> ids, DateOnly from, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var first = from.DayNumber;
        return await db.Integrations.InScope(scope)
            .Where(i => ids.Contains(i.Id))
            .SelectMany(i => db.SyncDays.Where(day => day.IntegrationId == i.Id && day.Day >= first))
            .GroupBy(day => day.IntegrationId)
            .Select(days => new
            {
                days.Key,
                Succeeded = days.Sum(day => day.Succeeded),
                Total = days.Sum(day => day.Succeeded + day.Warned + day.Failed + day.Refused),
            })
            .ToDictionaryAsync(days => days.Key, days => new SyncShare(days.Succeeded, days.Total), ct);
    }
}
