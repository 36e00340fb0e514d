using System.Text;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Syncing.Tests.Faulty;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationsDashboard.Syncing.Tests.Connecting;

/// <summary>All of what connects, on a store in a file of its own, with a tool behind real HTTP and a clock that moves when it is told to.</summary>
public abstract class ConnectingTest : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connecting-test-");
    private ServiceProvider _services = null!;

    internal static DateTimeOffset Start { get; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    internal FakeTimeProvider Time { get; } = new(Start);

    internal FaultyTool Tool { get; private set; } = null!;

    internal WorkspaceScope Scope { get; private set; }

    internal Ledger Ledger => Service<Ledger>();

    internal ConnectionDesk Desk => Service<ConnectionDesk>();

    internal LinkTokens Tokens => Service<LinkTokens>();

    private string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "test.db")}";

    public async ValueTask InitializeAsync()
    {
        Tool = await FaultyTool.StartAsync();
        var options = new SyncingOptions { RunsByItself = false, AllowPrivateNetworks = true, RetryDelay = TimeSpan.FromMilliseconds(1) };
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddStore(new StoreOptions { ConnectionString = ConnectionString }, StatusRules.Default)
            .AddSyncing(options, [Tool.Definition])
            .BuildServiceProvider();
        await _services.MigrateStoreAsync();
        await Ledger.WriteAsync(session => session.BootstrapAsync("Acme", "production-key", "development-key"));
        var workspace = (await Service<WorkspaceQueries>().FirstAsync())!;
        Scope = new WorkspaceScope(workspace.Id, workspace.Environments[0].Id);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _services.DisposeAsync();
        await Tool.DisposeAsync();
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _folder.Delete(true);
    }

    internal T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    internal DashboardContext Data() => Service<IDbContextFactory<DashboardContext>>().CreateDbContext();

    /// <summary>Makes a link and opens it by its token.</summary>
    internal async Task<OpenedLink> LinkAsync(LinkKind kind = LinkKind.Connect, string? integrationId = null, bool filtering = false)
    {
        var link = await Ledger.WriteAsync(session => session.CreateLinkAsync(Scope, new NewLink(kind, ConnectionDesk.EmbeddedLife)
        {
            IntegrationId = integrationId,
            EndUser = integrationId is null ? new EndUser { OrganizationName = "Initech", CreatorEmail = "ada@example.com" } : null,
            EnableFiltering = filtering,
        }));
        return await Tokens.OpenAsync(Tokens.Create(link));
    }

    internal async Task<LinkState> StateAsync(OpenedLink opened) => (await Tokens.OpenAsync(Tokens.Create(opened.Link!))).State;

    internal Task<ConnectOutcome> TryConnectAsync(OpenedLink opened, IReadOnlyDictionary<string, string>? credentials = null) =>
        Desk.ConnectAsync(opened, Tool.Definition, Tool.Address.ToString(), credentials ?? Tool.Credentials);

    internal async Task<string> ConnectAsync(bool filtering = false)
    {
        var outcome = await TryConnectAsync(await LinkAsync(filtering: filtering));
        Assert.Null(outcome.Explanation);
        return outcome.IntegrationId!;
    }

    internal async Task<IReadOnlyList<Integration>> IntegrationsAsync()
    {
        await using var db = Data();
        return await db.Integrations.AsNoTracking().ToListAsync();
    }

    internal async Task<Connection> ConnectionAsync(string id)
    {
        await using var db = Data();
        return await db.Connections.AsNoTracking().SingleAsync(connection => connection.IntegrationId == id);
    }

    internal async Task<SyncJob> JobAsync(string id, SyncType type = SyncType.Full)
    {
        await using var db = Data();
        return await db.SyncJobs.AsNoTracking().SingleAsync(job => job.IntegrationId == id && job.Type == type);
    }

    internal async Task<IReadOnlyDictionary<string, string>> StoredCredentialsAsync(string id) =>
        Service<CredentialVault>().Unprotect((await ConnectionAsync(id)).ProtectedCredentials);

    /// <summary>As if the first sync had ended: the next is due in an hour.</summary>
    internal async Task PlanNextSyncAsync(string id)
    {
        await using var db = Data();
        await db.SyncJobs
            .Where(job => job.IntegrationId == id && job.Type == SyncType.Full)
            .ExecuteUpdateAsync(set => set
                .SetProperty(job => job.Purpose, SyncPurpose.Scheduled)
                .SetProperty(job => job.DueAt, Time.GetUtcNow() + TimeSpan.FromHours(1)));
    }

    /// <summary>Every byte that the store has written, as far as it is text.</summary>
    internal string WrittenBytes()
    {
        var text = new StringBuilder();
        foreach (var file in _folder.GetFiles("test.db*").Where(file => file.Extension != ".db-shm"))
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
