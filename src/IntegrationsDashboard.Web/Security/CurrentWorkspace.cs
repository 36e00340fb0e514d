using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Security;

/// <summary>
/// The workspace whose pages the caller sees. Until people sign in this is the first one; every page asks here, so that
/// nothing else changes when they do.
/// </summary>
public sealed class CurrentWorkspace(WorkspaceQueries workspaces)
{
    private Workspace? _workspace;

    /// <summary>The workspace; null while the store has none.</summary>
    public async ValueTask<Workspace?> FindAsync(CancellationToken ct = default) => _workspace ??= await workspaces.FirstAsync(ct);

    /// <summary>What its pages may read and write: both environments; null while the store has no workspace.</summary>
    public async ValueTask<WorkspaceScope?> ScopeAsync(CancellationToken ct = default) =>
        await FindAsync(ct) is { } workspace ? new WorkspaceScope(workspace.Id) : null;
}
