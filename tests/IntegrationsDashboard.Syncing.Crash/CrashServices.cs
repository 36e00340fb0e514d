using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Connectors;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Syncing.Crash;

/// <summary>The same parts for the program that is killed and for the test that looks at what it left.</summary>
public static class CrashServices
{
    public static ToolDefinition Tool { get; } = new() { Id = "slow", Label = "Slow", Category = Category.Hris, Connector = "slow" };

    public static SyncingOptions Options { get; } = new() { Parallelism = 3, Lease = TimeSpan.FromSeconds(1.5) };

    public static IServiceCollection AddCrashingSyncs(this IServiceCollection services, string folder, bool runsByItself) => services
        .AddStore(new StoreOptions { ConnectionString = $"Data Source={Path.Combine(folder, "test.db")}" }, StatusRules.Default)
        .AddSingleton<IConnector>(new SlowConnector(folder))
        .AddSyncing(Options with { RunsByItself = runsByItself }, [Tool]);
}
