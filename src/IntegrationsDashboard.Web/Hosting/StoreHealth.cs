using IntegrationsDashboard.Store.Queries;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntegrationsDashboard.Web.Hosting;

/// <summary>Whether the store can be read. Why it cannot stands in the program's log only.</summary>
internal sealed class StoreHealth(WorkspaceQueries workspaces) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await workspaces.FirstAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
