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
public abstract class ConnectingTest : StoredTest
{
    internal FaultyTool Tool { get; private set; } = null!;

    internal ConnectionDesk Desk => Service<ConnectionDesk>();

    internal LinkTokens Tokens => Service<LinkTokens>();

    protected override async ValueTask AddAsync(IServiceCollection services)
    {
        Tool = await FaultyTool.StartAsync();
        var options = new SyncingOptions { RunsByItself = false, AllowPrivateNetworks = true, RetryDelay = TimeSpan.FromMilliseconds(1) };
        services.AddSyncing(options, [Tool.Definition]);
    }

    protected override ValueTask EndAsync() => Tool.DisposeAsync();

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
        foreach (var file in Folder.GetFiles("test.db*").Where(file => file.Extension != ".db-shm"))
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
