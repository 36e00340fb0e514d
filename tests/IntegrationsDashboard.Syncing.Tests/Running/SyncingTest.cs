using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Syncing.Running;
using IntegrationsDashboard.Syncing.Schedule;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationsDashboard.Syncing.Tests.Running;

/// <summary>All of what runs syncs on a store in a file of its own, with a tool in memory and a clock that moves when it is told to.</summary>
public abstract class SyncingTest : StoredTest
{
    internal static Actor Person { get; } = new(ActorKind.Person, "Ada");

    internal Tool Tool { get; } = new();

    internal SyncDispatcher Dispatcher => Service<SyncDispatcher>();

    protected static SyncingOptions Options { get; } = new() { RunsByItself = false, Parallelism = 2 };

    protected override ValueTask AddAsync(IServiceCollection services)
    {
        services.AddSingleton<IConnector>(Tool).AddSyncing(Options, [Tool.Definition]);
        services.AddTransient<ClaimDueJob>().AddTransient<SettleDueJob>().AddTransient<ReleaseLapsedJob>().AddTransient<RenewLeasesJob>();
        return ValueTask.CompletedTask;
    }

    protected override ValueTask StopAsync() => new(Dispatcher.StopAsync());

    internal string Credentials(string token) =>
        Service<CredentialVault>().Protect(new Dictionary<string, string> { ["method"] = "bearer", ["token"] = token });

    internal Task<Integration> ConnectAsync(
        SetupStatus setup = SetupStatus.Completed, TimeSpan? deltaEvery = null, WorkspaceScope? scope = null)
    {
        // Outside the ledger's transaction: the first call writes the key that it makes.
        var credentials = Credentials("first");
        var fullEvery = deltaEvery is null ? TimeSpan.FromHours(3) : TimeSpan.FromHours(10);
        return Ledger.WriteAsync(session => session.ConnectAsync(
            scope ?? Scope,
            new NewIntegration { Tool = Tool.Definition.Id, Category = Category.Hris, EndUser = new EndUser { OrganizationName = "Initech" }, Setup = setup },
            new NewConnection("https://tool.example", credentials, fullEvery, deltaEvery)));
    }

    internal Task<Integration> ReplaceCredentialsAsync(Integration integration, string token)
    {
        var credentials = Credentials(token);
        return Ledger.WriteAsync(session =>
            session.ReplaceCredentialsAsync(Scope, integration.Id, "https://tool.example", credentials));
    }

    internal Task<Integration> RecordAsync(Integration integration, IntegrationEvent @event) =>
        Ledger.RecordAsync(new WorkspaceScope(integration.WorkspaceId, integration.EnvironmentId), integration.Id, @event);

    /// <summary>Does what the clock would do now, and waits for the syncs that this starts.</summary>
    internal async Task TickAsync()
    {
        await Service<SettleDueJob>().RunAsync(default);
        await Service<ReleaseLapsedJob>().RunAsync(default);
        await Service<ClaimDueJob>().RunAsync(default);
        await Dispatcher.WhenIdleAsync();
    }

    internal async Task AdvanceAsync(TimeSpan time)
    {
        Time.Advance(time);
        await TickAsync();
    }

    internal async Task<Integration> ReadAsync(Integration integration)
    {
        await using var db = Data();
        return await db.Integrations.AsNoTracking().SingleAsync(i => i.Id == integration.Id);
    }

    internal async Task<List<Sync>> SyncsAsync(Integration integration)
    {
        await using var db = Data();
        return await db.Syncs.AsNoTracking().Where(s => s.IntegrationId == integration.Id).OrderBy(s => s.Key).ToListAsync();
    }

    internal async Task<SyncJob> JobAsync(Integration integration, SyncType type = SyncType.Full)
    {
        await using var db = Data();
        return await db.SyncJobs.AsNoTracking().SingleAsync(j => j.IntegrationId == integration.Id && j.Type == type);
    }

    internal async Task<Connection> ConnectionAsync(Integration integration)
    {
        await using var db = Data();
        return await db.Connections.AsNoTracking().SingleAsync(c => c.IntegrationId == integration.Id);
    }

    /// <summary>The records that are there, as <c>model/id</c>.</summary>
    internal async Task<List<string>> RecordsAsync(Integration integration)
    {
        await using var db = Data();
        return await db.Records.AsNoTracking()
            .Where(r => r.IntegrationId == integration.Id && r.RemovedAt == null)
            .OrderBy(r => r.Model).ThenBy(r => r.RemoteId)
            .Select(r => r.Model + "/" + r.RemoteId)
            .ToListAsync();
    }

    internal async Task<List<LogEntry>> LogAsync(Sync sync) =>
        [.. await Service<LogQueries>().EntriesAsync(sync, new LogFilter(), 0, false, 1000)];
}
