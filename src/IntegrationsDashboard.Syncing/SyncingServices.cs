using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Syncing.Connectors;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Syncing;

/// <summary>Puts together what moves data.</summary>
public static class SyncingServices
{
    /// <summary>Adds the connectors, the tools and what runs them.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">The settings.</param>
    /// <param name="tools">The tools beside those that the product brings.</param>
    public static IServiceCollection AddSyncing(this IServiceCollection services, SyncingOptions options, IEnumerable<ToolDefinition> tools)
    {
        services.AddSingleton(options);
        services.AddSingleton<CredentialVault>();
        services.AddSingleton(provider => new ToolRegistry(tools, provider.GetServices<IConnector>()));
        return services;
    }
}
