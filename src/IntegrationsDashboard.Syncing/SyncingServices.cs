using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Clock;
using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Syncing.Connectors.Http;
using IntegrationsDashboard.Syncing.Connectors.Json;
using IntegrationsDashboard.Syncing.Connectors.Scim;
using IntegrationsDashboard.Syncing.Running;
using IntegrationsDashboard.Syncing.Schedule;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Syncing;

/// <summary>Puts together what moves data.</summary>
public static class SyncingServices
{
    private static readonly ToolDefinition Scim = new() { Id = "scim", Label = "SCIM 2.0", Category = Category.Hris, Connector = "scim" };

    /// <summary>Adds the connectors, the tools and what runs them.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">The settings.</param>
    /// <param name="tools">The tools beside those that the product brings.</param>
    public static IServiceCollection AddSyncing(this IServiceCollection services, SyncingOptions options, IEnumerable<ToolDefinition> tools)
    {
        services.AddSingleton(options);
        services.AddSingleton<CredentialVault>();
        services.AddSingleton<CredentialCheck>();
        services.AddSingleton<ConnectionDesk>();
        services.AddSingleton<LinkTokens>();
        services.AddSingleton<ConnectorHttpFactory>();
        services.AddSingleton<IConnector, ScimConnector>();
        services.AddSingleton<IConnector, HttpJsonConnector>();
        services.AddSingleton(provider => new ToolRegistry([Scim, .. tools], provider.GetServices<IConnector>()));
        services.AddSingleton<SyncRunner>();
        services.AddSingleton<SyncDispatcher>();
        services.AddRecurringWork(options);
        services.AddSingleton<Housekeeping>();
        return services;
    }
}
