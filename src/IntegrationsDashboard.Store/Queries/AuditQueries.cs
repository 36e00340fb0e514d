using System.Globalization;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What is asked about who did what.</summary>
public sealed class AuditQueries(IDbContextFactory<DashboardContext> contexts)
{
    /// <summary>A workspace's entries, the last first.</summary>
    /// <param name="workspaceId">The workspace; null for what concerns people and the whole dashboard.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="before">Only those with a lower number; null from the last on.</param>
    /// <param name="size">How many at the most.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<AuditEntry>> ListAsync(
        int? workspaceId, AuditFilter filter, long? before = null, int size = 50, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var entries = db.AuditEntries.AsNoTracking().Where(e => e.WorkspaceId == workspaceId);
        if (before is { } id)
        {
            entries = entries.Where(e => e.Id < id);
        }

        if (filter.Action is { } action)
        {
            entries = entries.Where(e => e.Action == action);
        }

        if (filter.From is { } from)
        {
            entries = entries.Where(e => e.At >= from);
        }

        if (filter.Until is { } until)
        {
            entries = entries.Where(e => e.At < until);
        }

        foreach (var word in (filter.Text ?? "").ToLower(CultureInfo.InvariantCulture).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            entries = entries.Where(e => e.SearchText.Contains(word));
        }

        return await entries.OrderByDescending(e => e.Id).Take(size).ToListAsync(ct);
    }
}
