using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing;
using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Syncing.Running;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Benchmarks;

/// <summary>A store in a temporary file whose integrations are all due, and what runs their syncs.</summary>
internal sealed class SyncsStore : IAsyncDisposable
{
    private const int Batch = 100;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("benchmark-");
    private readonly ServiceProvider _services;

    private SyncsStore(LocalTool tool) => _services = new ServiceCollection()
        .AddLogging()
        .AddStore(new StoreOptions { ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "benchmark.db")}" }, StatusRules.Default)
        .AddSyncing(Options, [tool.Definition])
        .BuildServiceProvider();

    public static SyncingOptions Options { get; } = new() { RunsByItself = false, AllowPrivateNetworks = true };

    public static async Task<SyncsStore> CreateAsync(LocalTool tool, int integrations, int records)
    {
        var store = new SyncsStore(tool);
        await store._services.MigrateStoreAsync();
        var ledger = store._services.GetRequiredService<Ledger>();
        await ledger.WriteAsync(session => session.BootstrapAsync("Benchmark", null, null));
        var workspace = (await store._services.GetRequiredService<WorkspaceQueries>().FirstAsync())!;
        var scope = new WorkspaceScope(workspace.Id, workspace.Environments[0].Id);

        // Outside the ledger's transaction: the first call writes the key that it makes.
        var vault = store._services.GetRequiredService<CredentialVault>();
        foreach (var batch in Enumerable.Range(0, integrations).Chunk(Batch))
        {
            string[] credentials =
                [.. batch.Select(number => vault.Protect(new Dictionary<string, string> { ["method"] = "bearer", ["token"] = $"token-{number}" }))];
            await ledger.WriteAsync(async session =>
            {
                foreach (var (place, number) in batch.Index())
                {
                    var integration = new NewIntegration
                    {
                        Tool = tool.Definition.Id,
                        Category = tool.Definition.Category,
                        EndUser = new EndUser { OrganizationName = $"Organization {number}" },
                        Setup = SetupStatus.Completed,
                    };
                    await session.ConnectAsync(scope, integration, new NewConnection(tool.AddressOf(records), credentials[place], Options.FullEvery));
                }

                return 0;
            });
        }

        return store;
    }

    /// <summary>Runs syncs until none is due.</summary>
    public async Task RunAsync()
    {
        var dispatcher = _services.GetRequiredService<SyncDispatcher>();
        var idle = dispatcher.WhenIdleAsync();
        while (await Task.WhenAny(idle, Task.Delay(Options.Lease / 6)) != idle)
        {
            await dispatcher.RenewLeasesAsync();
        }

        await idle;
    }

    /// <summary>Makes sure that the figures are of syncs that did what they should.</summary>
    /// <exception cref="InvalidOperationException">A sync did not succeed, or records are missing.</exception>
    public async Task VerifyAsync(int integrations, int records)
    {
        await using var db = await _services.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContextAsync();
        var succeeded = await db.Syncs.CountAsync(sync => sync.State == SyncState.Succeeded);
        var stored = await db.Records.LongCountAsync(record => record.RemovedAt == null);
        if (succeeded != integrations || stored != (long)integrations * records)
        {
            var error = await db.Syncs.Where(sync => sync.Error != null).Select(sync => sync.Error).FirstOrDefaultAsync();
            throw new InvalidOperationException($"{succeeded} syncs of {integrations} succeeded, {stored} records were stored. {error}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(true);
    }
}
