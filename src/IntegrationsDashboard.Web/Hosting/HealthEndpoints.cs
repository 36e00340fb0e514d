using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace IntegrationsDashboard.Web.Hosting;

/// <summary>
/// <c>GET /health/live</c>: the process answers. <c>GET /health/ready</c>: the store can be read too. Both answer 200 and "Healthy",
/// or 503 and "Unhealthy", to anyone.
/// </summary>
internal static class HealthEndpoints
{
    /// <summary>Adds what is checked.</summary>
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<StoreHealth>("store");

    /// <summary>Maps the two addresses.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
