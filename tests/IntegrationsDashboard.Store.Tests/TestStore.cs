using System.Globalization;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>A real store in a file of its own, with a clock that stands still and one workspace.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _folder;
    private readonly bool _ownsFolder;

    private TestStore(string folder, bool ownsFolder, FakeTimeProvider time, IInterceptor? interceptor)
    {
        _folder = folder;
        _ownsFolder = ownsFolder;
        Time = time;
        var services = new ServiceCollection().AddSingleton<TimeProvider>(time);
        services.AddStore(new StoreOptions { ConnectionString = ConnectionString }, StatusRules.Default);
        if (interceptor is not null)
        {
            services.ConfigureDbContext<DashboardContext>(builder => builder.AddInterceptors(interceptor));
        }

        _services = services.BuildServiceProvider();
    }

    /// <summary>When the clock of every test begins.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Time { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public WorkspaceScope Workspace { get; private set; }

    public WorkspaceScope Production { get; private set; }

    public WorkspaceScope Development { get; private set; }

    public Ledger Ledger => _services.GetRequiredService<Ledger>();

    public ChangeFeed Feed => _services.GetRequiredService<ChangeFeed>();

    public IntegrationQueries Integrations => _services.GetRequiredService<IntegrationQueries>();

    public SyncQueries Syncs => _services.GetRequiredService<SyncQueries>();

    public RecordQueries Records => _services.GetRequiredService<RecordQueries>();

    public LogQueries Logs => _services.GetRequiredService<LogQueries>();

    public ConnectionQueries Connections => _services.GetRequiredService<ConnectionQueries>();

    public OperatorQueries Operators => _services.GetRequiredService<OperatorQueries>();

    public OutboxQueries Outbox => _services.GetRequiredService<OutboxQueries>();

    public ErrorPatternQueries Patterns => _services.GetRequiredService<ErrorPatternQueries>();

    public PastErrorQueries PastErrors => _services.GetRequiredService<PastErrorQueries>();

    public EmbedQueries Embeds => _services.GetRequiredService<EmbedQueries>();

    public BellQueries Bell => _services.GetRequiredService<BellQueries>();

    public GroupQueries Groups => _services.GetRequiredService<GroupQueries>();

    public SelectionQueries Selections => _services.GetRequiredService<SelectionQueries>();

    public ViewQueries Views => _services.GetRequiredService<ViewQueries>();
    public OverviewQueries Overview => _services.GetRequiredService<OverviewQueries>();

    public InsightQueries Insights => _services.GetRequiredService<InsightQueries>();

    public ComparisonQueries Comparisons => _services.GetRequiredService<ComparisonQueries>();

    public PeopleQueries People => _services.GetRequiredService<PeopleQueries>();

    public NoticeQueries Notices => _services.GetRequiredService<NoticeQueries>();

    public WebhookQueries Webhooks => _services.GetRequiredService<WebhookQueries>();

    public AuditQueries Audit => _services.GetRequiredService<AuditQueries>();

    public WorkspaceQueries Workspaces => _services.GetRequiredService<WorkspaceQueries>();

    private string ConnectionString => $"Data Source={Path.Combine(_folder, "store", "test.db")}";

    public static async Task<TestStore> CreateAsync(IInterceptor? interceptor = null)
    {
        var folder = Directory.CreateTempSubdirectory("store-tests-").FullName;
        var store = new TestStore(folder, true, new FakeTimeProvider(Start), interceptor);
        await store.MigrateAsync();
        await store.Ledger.WriteAsync(session => session.BootstrapAsync("Acme", "production-key", "development-key"));
        await store.FindScopesAsync();
        return store;
    }

    /// <summary>A second program on the same file: its own ledger, feed and connections, the same clock.</summary>
    public async Task<TestStore> OpenAgainAsync()
    {
        var store = new TestStore(_folder, false, Time, null);
        await store.MigrateAsync();
        await store.FindScopesAsync();
        return store;
    }

    public Task MigrateAsync() => _services.MigrateStoreAsync();

    /// <summary>A context as the ledger uses it.</summary>
    public DashboardContext Data() => _services.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContext();

    /// <summary>A second workspace, which the ledger has no call for yet; returns the scope of its production environment.</summary>
    public async Task<WorkspaceScope> AddWorkspaceAsync()
    {
        await using var db = Data();
        var workspace = new Workspace
        {
            Name = "Other",
            CreatedAt = Now,
            Environments = [new() { Kind = EnvironmentKind.Production }, new() { Kind = EnvironmentKind.Development }],
        };
        db.Workspaces.Add(workspace);
        await db.SaveChangesAsync();
        return new WorkspaceScope(workspace.Id, workspace.Environments[0].Id);
    }

    /// <summary>Somebody with an account; belongs to no workspace yet.</summary>
    public async Task<Person> AddPersonAsync(string name)
    {
        await using var db = Data();
        var email = $"{name.ToLowerInvariant()}@example.com";
        var person = new Person
        {
            Id = Guid.NewGuid(),
            Name = name,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            CreatedAt = Now,
        };
        db.Users.Add(person);
        await db.SaveChangesAsync();
        return person;
    }

    /// <summary>Somebody who belongs to a workspace already.</summary>
    public async Task<Person> AddMemberAsync(string name, Role role, WorkspaceScope? scope = null)
    {
        var person = await AddPersonAsync(name);
        await using var db = Data();
        db.Memberships.Add(new Membership
        {
            WorkspaceId = (scope ?? Workspace).WorkspaceId,
            PersonId = person.Id,
            Role = role,
            CreatedAt = Now,
        });
        await db.SaveChangesAsync();
        return person;
    }

    /// <summary>A person who calls, from one address.</summary>
    public static Initiator By(Person person, Rights rights) =>
        new(new Actor(ActorKind.Person, person.Name), rights, person.Id, Address: "192.0.2.7");

    /// <summary>Somebody who may do just that.</summary>
    public static Initiator Allowed(Rights rights) => new(new Actor(ActorKind.Person, "Ada"), rights, Address: "192.0.2.7");

    public Task<Integration> AddAsync(WorkspaceScope? scope = null, string tool = "personio", SetupStatus setup = SetupStatus.Completed) =>
        Ledger.CreateIntegrationAsync(scope ?? Production, New(tool) with { Setup = setup });

    public static NewIntegration New(string tool = "personio", string organization = "Initech") => new()
    {
        Tool = tool,
        Category = Category.Hris,
        EndUser = new EndUser { OrganizationName = organization },
    };

    public static SyncReport Report(
        Integration integration, string syncId, SyncState state, DateTimeOffset endedAt, string? error = null) => new()
        {
            SyncId = syncId,
            IntegrationId = integration.Id,
            State = state,
            StartedAt = endedAt - TimeSpan.FromMinutes(10),
            EndedAt = state == SyncState.Running ? null : endedAt,
            Error = error,
        };

    /// <summary>Reports the end of a sync, now where no time is given.</summary>
    public Task<Integration> FinishAsync(
        Integration integration, string syncId, SyncState state, DateTimeOffset? endedAt = null, string? error = null) =>
        Ledger.RecordSyncAsync(ScopeOf(integration), Report(integration, syncId, state, endedAt ?? Now, error));

    /// <summary>Reports a sync that runs since ten minutes before now.</summary>
    public Task<Integration> BeginAsync(Integration integration, string syncId) =>
        Ledger.RecordSyncAsync(ScopeOf(integration), Report(integration, syncId, SyncState.Running, Now));

    public Task<Integration> RecordAsync(Integration integration, IntegrationEvent @event) =>
        Ledger.RecordAsync(ScopeOf(integration), integration.Id, @event);

    public static LogReport Entry(int seq, LogEntryLevel level, string message) =>
        new(new LogEntry { Seq = seq, At = Start, Level = level, Message = message });

    public static WorkspaceScope ScopeOf(Integration integration) => new(integration.WorkspaceId, integration.EnvironmentId);

    public async Task<Integration> ReadAsync(Integration integration)
    {
        await using var db = Data();
        return await db.Integrations.AsNoTracking().SingleAsync(i => i.Id == integration.Id);
    }

    public async Task<List<StatusChange>> HistoryAsync(Integration integration)
    {
        await using var db = Data();
        return await db.StatusChanges.AsNoTracking().Where(c => c.IntegrationId == integration.Id).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync();
    }

    /// <summary>The rows of a query as text, one a line, columns parted by bars.</summary>
    public IReadOnlyList<string> Rows(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(
                '|', Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    /// <summary>Every row of every table.</summary>
    public IReadOnlyList<string> Dump() =>
        [.. Rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'sqlite_sequence' ORDER BY name")
            .SelectMany(table => Rows($"SELECT * FROM \"{table}\"").Order(StringComparer.Ordinal).Select(row => $"{table}: {row}"))];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsFolder)
        {
            using (var connection = new SqliteConnection(ConnectionString))
            {
                SqliteConnection.ClearPool(connection);
            }

            Directory.Delete(_folder, true);
        }
    }

    private async Task FindScopesAsync()
    {
        var workspace = (await Workspaces.FirstAsync())!;
        Workspace = new WorkspaceScope(workspace.Id);
        Production = new WorkspaceScope(workspace.Id, workspace.Environments[0].Id);
        Development = new WorkspaceScope(workspace.Id, workspace.Environments[1].Id);
    }
}
