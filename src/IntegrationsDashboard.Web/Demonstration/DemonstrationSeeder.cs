using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Hosting;

namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>
/// Fills a new workspace with the demonstration, by telling the ledger what happened as connectors, people and programs would.
/// </summary>
internal static class DemonstrationSeeder
{
    /// <summary>
    /// Creates the first workspace, unless there is one already, and fills it where the settings ask for it; returns the one
    /// it created, or null. Both happen in the session's transaction: at the end both are there, or neither is and the next start
    /// begins anew.
    /// </summary>
    public static async Task<Workspace?> BootstrapAsync(
        LedgerSession session, string name, DashboardOptions options, CancellationToken ct = default)
    {
        var workspace = await session.BootstrapAsync(name, options.ApiKey, options.DevelopmentApiKey, ct);
        if (workspace is not null && options.Demonstration)
        {
            foreach (var integration in DemonstrationPlan.Integrations(session.Now, options.Rules))
            {
                await TellAsync(session, ScopeOf(workspace, integration.Environment), integration, ct);
            }
        }

        return workspace;
    }

    /// <summary>What belongs to one of a workspace's environments.</summary>
    public static WorkspaceScope ScopeOf(Workspace workspace, EnvironmentKind kind) =>
        new(workspace.Id, workspace.Environments.Single(environment => environment.Kind == kind).Id);

    private static async Task TellAsync(
        LedgerSession session, WorkspaceScope scope, DemonstrationIntegration integration, CancellationToken ct)
    {
        var id = (await session.CreateIntegrationAsync(scope, integration.New, ct)).Id;
        foreach (var step in integration.Steps)
        {
            if (step.Event is { } @event)
            {
                await session.RecordAsync(scope, id, @event, ct);
            }

            if (step.Sync is { } sync)
            {
                await session.RecordSyncAsync(scope, sync.Report, ct);
                if (sync.Log() is { Count: > 0 } log)
                {
                    await session.AppendLogAsync(scope, sync.Report.SyncId, log, ct);
                }
            }
        }
    }
}
