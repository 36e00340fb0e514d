using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Benchmarks;

/// <summary>A store in a temporary file with many integrations.</summary>
internal sealed class BenchmarkStore : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("benchmark-").FullName;
    private readonly ServiceProvider _services;

    private BenchmarkStore(Action<IServiceCollection>? add)
    {
        var services = new ServiceCollection().AddStore(new StoreOptions { ConnectionString = ConnectionString }, StatusRules.Default);
        add?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public IServiceProvider Services => _services;

    public WorkspaceScope Workspace { get; private set; }

    public WorkspaceScope Production { get; private set; }

    public Ledger Ledger => _services.GetRequiredService<Ledger>();

    public IntegrationQueries Integrations => _services.GetRequiredService<IntegrationQueries>();

    private string File => Path.Combine(_folder, "benchmark.db");

    private string ConnectionString => $"Data Source={File}";

    /// <param name="integrations">How many, 20 at least.</param>
    /// <param name="add">What the store is to be used with.</param>
    public static async Task<BenchmarkStore> CreateAsync(int integrations, Action<IServiceCollection>? add = null)
    {
        var store = new BenchmarkStore(add);
        await store._services.MigrateStoreAsync();
        await store.Ledger.WriteAsync(session => session.BootstrapAsync("Benchmark", null, null));
        var workspace = (await store._services.GetRequiredService<WorkspaceQueries>().FirstAsync())!;
        store.Workspace = new WorkspaceScope(workspace.Id);
        store.Production = new WorkspaceScope(workspace.Id, workspace.Environments[0].Id);
        await store.SeedAsync(integrations);
        return store;
    }

    /// <summary>A connection beside the store's, with the same settings.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;";
        command.ExecuteNonQuery();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, true);
    }

    // A few integrations come about as they always do; the rest are copies of them with keys of their own.
    private async Task SeedAsync(int integrations)
    {
        SyncState[] states = [SyncState.Succeeded, SyncState.Succeeded, SyncState.PartiallyFailed, SyncState.Failed, SyncState.AuthenticationFailed];
        var before = DateTimeOffset.UtcNow.AddDays(-60);
        await Ledger.WriteAsync(async session =>
        {
            for (var number = 0; number < 20; number++)
            {
                var integration = await session.CreateIntegrationAsync(Production, new NewIntegration
                {
                    Tool = $"tool{number % 8}",
                    Category = (Category)(number % 4),
                    EndUser = new EndUser { OrganizationName = $"Organization {number}" },
                    CreatedAt = before,
                });
                foreach (var (turn, state) in ((SyncState[])[SyncState.Succeeded, states[number % states.Length]]).Index())
                {
                    await session.RecordSyncAsync(Production, new SyncReport
                    {
                        SyncId = $"seed-{number}-{turn}",
                        IntegrationId = integration.Id,
                        State = state,
                        StartedAt = before,
                        EndedAt = before.AddHours(number + turn),
                    });
                }
            }

            return 0;
        });
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            BEGIN IMMEDIATE;
            CREATE TEMP TABLE Template AS SELECT *, row_number() OVER () - 1 AS Number FROM Integrations;
            CREATE TEMP TABLE Copy AS
            WITH RECURSIVE n(i) AS (SELECT 20 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $integrations)
            SELECT i, printf('%s:%024d', t.Tool, i) AS Id, abs(random()) % 1000000000 AS r, t.*
            FROM n JOIN Template AS t ON t.Number = i % 20;
            INSERT INTO Integrations (
                Id, WorkspaceId, EnvironmentId, Environment, Tool, Category, CreatedAt, IsDemonstration, BaseFacts, Facts, Status, NextChangeAt,
                AttentionKey, SinceKey, LastSyncKey, NameKey, SearchText, EndUser_OrganizationName)
            SELECT
                Id, WorkspaceId, EnvironmentId, Environment, Tool, Category, CreatedAt, IsDemonstration, BaseFacts, Facts, Status, NextChangeAt,
                AttentionKey + r, SinceKey + r, LastSyncKey + r, printf('organization %d', r) || char(1) || Tool || char(1) || Id,
                printf('organization %d ', r) || Tool || ' ' || Id, printf('Organization %d', r)
            FROM Copy;
            DELETE FROM StatusCounts;
            INSERT INTO StatusCounts (WorkspaceId, Environment, Category, Tool, Status, Count)
            SELECT WorkspaceId, Environment, Category, Tool, Status, COUNT(*) FROM Integrations GROUP BY 1, 2, 3, 4, 5;
            DROP TABLE Copy;
            DROP TABLE Template;
            COMMIT;
            PRAGMA wal_checkpoint(TRUNCATE);
            """;
        command.Parameters.AddWithValue("$integrations", integrations);
        command.ExecuteNonQuery();
    }
}
