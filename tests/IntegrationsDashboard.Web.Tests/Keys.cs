using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Web.Tests;

/// <summary>Makes API keys as the page does that makes them, but for asking who is there.</summary>
public static class Keys
{
    /// <summary>One environment of the first workspace, for whoever may do everything.</summary>
    public static async Task<WorkspaceScope> ScopeAsync(this TestDashboard dashboard, EnvironmentKind environment = EnvironmentKind.Production)
    {
        var workspace = (await dashboard.Service<WorkspaceQueries>().FirstAsync(TestContext.Current.CancellationToken))!;
        return new WorkspaceScope(workspace.Id, workspace.Environments.Single(one => one.Kind == environment).Id);
    }

    /// <summary>A new key to the first workspace's production, or to another environment.</summary>
    public static async Task<CreatedKey> CreateKeyAsync(this TestDashboard dashboard, Rights rights, WorkspaceScope? scope = null)
    {
        var ct = TestContext.Current.CancellationToken;
        var there = scope ?? await dashboard.ScopeAsync();
        return await dashboard.Service<Ledger>().WriteAsync(session => session.CreateKeyAsync(there, $"{rights}", rights, null, ct), ct: ct);
    }
}
