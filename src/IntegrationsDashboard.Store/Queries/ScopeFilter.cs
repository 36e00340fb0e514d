using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>The one place where queries are confined to what their caller may see.</summary>
internal static class ScopeFilter
{
    /// <summary>The integrations within the scope.</summary>
    public static IQueryable<Integration> InScope(this IQueryable<Integration> rows, WorkspaceScope scope)
    {
        rows = rows.Where(i => i.WorkspaceId == scope.WorkspaceId);
        return scope.EnvironmentId is { } environmentId ? rows.Where(i => i.EnvironmentId == environmentId) : rows;
    }
}
