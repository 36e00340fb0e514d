using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What is asked about the views that people have saved of the list.</summary>
public sealed class ViewQueries(IDbContextFactory<DashboardContext> contexts)
{
    /// <summary>The views of the workspace that belong to the person who asks, by name; none where no person asks.</summary>
    public async Task<IReadOnlyList<SavedView>> ListAsync(WorkspaceScope scope, CancellationToken ct = default)
    {
        if (scope.By?.PersonId is not { } personId)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.SavedViews.AsNoTracking()
            .Where(view => view.PersonId == personId && view.WorkspaceId == scope.WorkspaceId)
            .OrderBy(view => view.Name)
            .ToListAsync(ct);
    }
}
