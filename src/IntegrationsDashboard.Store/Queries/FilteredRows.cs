using IntegrationsDashboard.Store.Model;

#pragma warning disable CA1309 // The database compares the strings, byte by byte; it knows no other comparison.

namespace IntegrationsDashboard.Store.Queries;

/// <summary>The one place that says which integrations a filter lets through.</summary>
internal static class FilteredRows
{
    /// <summary>Those within the scope that match.</summary>
    /// <param name="rows">All.</param>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="filter">Which integrations.</param>
    /// <param name="walked">The order in which they are read; null where it does not matter.</param>
    public static IQueryable<Integration> Matching(
        this IQueryable<Integration> rows, WorkspaceScope scope, IntegrationFilter filter, IntegrationSort? walked = null)
    {
        rows = rows.InScope(scope);
        if (filter.Statuses.Count > 0)
        {
            rows = rows.Where(i => filter.Statuses.Contains(i.Status));
            if (walked == IntegrationSort.Attention)
            {
                // The statuses are ranges of the index: go straight to them.
                var first = filter.Statuses.Min(SortKeys.AttentionStart);
                var last = filter.Statuses.Max(SortKeys.AttentionEnd);
                rows = rows.Where(i => i.AttentionKey >= first && i.AttentionKey <= last);
            }
        }

        if (filter.Category is { } category)
        {
            rows = rows.Where(i => i.Category == category);
        }

        if (filter.Tool is { } tool)
        {
            rows = rows.Where(i => i.Tool == tool);
        }

        if (filter.Customer is { } customer)
        {
            var (from, until) = SortKeys.NamesOf(customer);
            rows = rows.Where(i => string.Compare(i.NameKey, from) >= 0 && string.Compare(i.NameKey, until) < 0);
        }

        if (filter.Environment is { } environment)
        {
            rows = rows.Where(i => i.Environment == environment);
        }

        foreach (var word in (filter.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var lower = word.ToLowerInvariant();
            rows = rows.Where(i => i.SearchText.Contains(lower));
        }

        return rows;
    }
}
