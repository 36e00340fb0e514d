using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Demonstration;
using IntegrationsDashboard.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationsDashboard.Web.Tests.Demonstration;

/// <summary>A store in a file of its own, started at an instant of the test's choice.</summary>
internal sealed class DemonstrationStore : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("demonstration-").FullName;
    private readonly ServiceProvider _services;

    private DemonstrationStore(DateTimeOffset now)
    {
        Time = new FakeTimeProvider(now);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddStore(new StoreOptions { ConnectionString = $"Data Source={Path.Combine(_folder, "dashboard.db")}" }, StatusRules.Default)
            .BuildServiceProvider();
    }

    public static DashboardOptions Development { get; } = new()
    {
        WorkspaceName = "Demonstration",
        ApiKey = "demo-production",
        DevelopmentApiKey = "demo-development",
        Demonstration = true,
    };

    public FakeTimeProvider Time { get; }

    public static async Task<DemonstrationStore> EmptyAsync(DateTimeOffset now)
    {
        var store = new DemonstrationStore(now);
        await store._services.MigrateStoreAsync();
        return store;
    }

    public static async Task<DemonstrationStore> SeededAsync(DateTimeOffset now)
    {
        var store = await EmptyAsync(now);
        await store.StartAsync(Development);
        return store;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<bool> StartAsync(DashboardOptions options, CancellationToken ct = default) => await Get<Ledger>().WriteAsync(
        session => DemonstrationSeeder.BootstrapAsync(session, options.WorkspaceName!, options, ct), tellsOutside: false, ct: ct) is not null;

    public Task<DashboardContext> OpenAsync() => Get<IDbContextFactory<DashboardContext>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
