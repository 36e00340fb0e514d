using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationsDashboard.Syncing.Tests;

/// <summary>A store in a file of its own with one workspace, and a clock that moves when it is told to.</summary>
public abstract class StoredTest : IAsyncLifetime
{
    private ServiceProvider _services = null!;

    internal static DateTimeOffset Start { get; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    internal FakeTimeProvider Time { get; } = new(Start);

    internal WorkspaceScope Scope { get; private set; }

    internal Ledger Ledger => Service<Ledger>();

    /// <summary>Where the store's file lies.</summary>
    protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("syncing-test-");

    private string ConnectionString => $"Data Source={Path.Combine(Folder.FullName, "test.db")}";

    public async ValueTask InitializeAsync()
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddStore(new StoreOptions { ConnectionString = ConnectionString }, StatusRules.Default);
        await AddAsync(services);
        _services = services.BuildServiceProvider();
        await _services.MigrateStoreAsync();
        await Ledger.WriteAsync(session => session.BootstrapAsync("Acme", "production-key", "development-key"));
        var workspace = (await Service<WorkspaceQueries>().FirstAsync())!;
        Scope = new WorkspaceScope(workspace.Id, workspace.Environments[0].Id);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await StopAsync();
        await _services.DisposeAsync();
        await EndAsync();
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        Folder.Delete(true);
    }

    internal T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    internal DashboardContext Data() => Service<IDbContextFactory<DashboardContext>>().CreateDbContext();

    /// <summary>Adds what the tests are about.</summary>
    protected abstract ValueTask AddAsync(IServiceCollection services);

    /// <summary>Stops what still works with the services.</summary>
    protected virtual ValueTask StopAsync() => ValueTask.CompletedTask;

    /// <summary>Lets go of what the services worked with.</summary>
    protected virtual ValueTask EndAsync() => ValueTask.CompletedTask;
}
