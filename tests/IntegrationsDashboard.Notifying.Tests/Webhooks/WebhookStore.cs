using System.Globalization;
using IntegrationsDashboard.Notifying.Crash;
using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Notifying.Notices;
using IntegrationsDashboard.Notifying.Tests.Notices;
using IntegrationsDashboard.Notifying.Webhooks;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationsDashboard.Notifying.Tests.Webhooks;

/// <summary>A real store in a file of its own with what sends its messages, under a clock that stands still.</summary>
internal sealed class WebhookStore : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webhook-tests-");
    private readonly Func<HttpMessageHandler, HttpMessageHandler> _wrap;
    private readonly NoticeWords _words;
    private readonly IMailer _mailer;
    private readonly List<ServiceProvider> _programs = [];

    private WebhookStore(Func<HttpMessageHandler, HttpMessageHandler> wrap, IMailer? mailer, NoticeWords words)
    {
        _wrap = wrap;
        _words = words;
        _mailer = mailer ?? MailBox;
        Restart();
    }

    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Time { get; } = new(Start);

    public MailBox MailBox { get; } = new();

    public WorkspaceScope Production { get; private set; }

    public WorkspaceScope Development { get; private set; }

    public Ledger Ledger => Service<Ledger>();

    public WebhookDispatcher Dispatcher => Service<WebhookDispatcher>();

    public NoticeDispatcher Notices => Service<NoticeDispatcher>();

    public WebhookSecrets Secrets => Service<WebhookSecrets>();

    public WebhookQueries Webhooks => Service<WebhookQueries>();

    public MessageWriter Writer => Service<MessageWriter>();

    private string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "test.db")}";

    /// <param name="wrap">Puts something around what opens connections.</param>
    /// <param name="mailer">Sends mails; the <see cref="MailBox"/> where it is null.</param>
    /// <param name="words">The words of notices.</param>
    public static async Task<WebhookStore> CreateAsync(
        Func<HttpMessageHandler, HttpMessageHandler>? wrap = null, IMailer? mailer = null, NoticeWords? words = null)
    {
        var store = new WebhookStore(wrap ?? (handler => handler), mailer, words ?? NoticeTexts.Words);
        await store._programs[0].MigrateStoreAsync();
        await store.Ledger.WriteAsync(session => session.BootstrapAsync("Acme", null, null));
        var workspace = (await store.Service<WorkspaceQueries>().FirstAsync())!;
        store.Production = new WorkspaceScope(workspace.Id, workspace.Environments[0].Id);
        store.Development = new WorkspaceScope(workspace.Id, workspace.Environments[1].Id);
        return store;
    }

    /// <summary>Forgets all that the program knew, as if it had died, and starts another on the same file.</summary>
    public void Restart() => _programs.Add(new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(Time)
        .AddStore(new StoreOptions { ConnectionString = ConnectionString }, StatusRules.Default)
        .AddNotifying(
            new NotifyingOptions { RunsByItself = false },
            new MailOptions(),
            _ => CrashServices.Pages with
            {
                Sync = (id, syncId, entry) => string.Create(CultureInfo.InvariantCulture, $"/integrations/{id}/syncs/{syncId}?entry={entry}"),
            },
            _ => _words,
            _ => _wrap(new SocketsHttpHandler { AllowAutoRedirect = false }))
        .AddSingleton(_mailer)
        .BuildServiceProvider());

    public T Service<T>()
        where T : notnull => _programs[^1].GetRequiredService<T>();

    public DashboardContext Data() => Service<IDbContextFactory<DashboardContext>>().CreateDbContext();

    public static NewIntegration New(string? id = null) => new()
    {
        Id = id,
        Tool = "personio",
        Category = Category.Hris,
        EndUser = new EndUser { OrganizationName = "Löwe & Söhne", CreatorEmail = "ada@acme.example", OriginId = "acme-7" },
        Setup = SetupStatus.Completed,
    };

    public Task<Integration> AddAsync(WorkspaceScope? scope = null, string? id = null) =>
        Ledger.CreateIntegrationAsync(scope ?? Production, New(id));

    /// <summary>A webhook to an address, with its secret.</summary>
    public async Task<(Webhook Webhook, string Secret)> AddWebhookAsync(string url, params string[] types)
    {
        var secret = WebhookSecrets.Create();
        var stored = Secrets.Protect(secret);
        var webhook = await Ledger.WriteAsync(session =>
            session.CreateWebhookAsync(Production, url, types.Length == 0 ? MessageTypes.All : types, stored));
        return (webhook, secret);
    }

    /// <summary>A channel of the production environment.</summary>
    public Task<Webhook> AddChannelAsync(string url, NoticeChoice? choice = null)
    {
        var stored = Secrets.Protect(WebhookSecrets.Create());
        return Ledger.WriteAsync(session => session.CreateChannelAsync(Production, url, choice ?? NoticeChoice.Default, stored));
    }

    public async Task<Person> AddMemberAsync(string name, Role role)
    {
        await using var db = Data();
        var person = new Person { Id = Guid.NewGuid(), Name = name, UserName = name, Email = $"{name.ToLowerInvariant()}@acme.example", CreatedAt = Time.GetUtcNow() };
        db.Users.Add(person);
        db.Memberships.Add(new Membership { WorkspaceId = Production.WorkspaceId, PersonId = person.Id, Role = role, CreatedAt = Time.GetUtcNow() });
        await db.SaveChangesAsync();
        return person;
    }

    /// <summary>A sync that took two minutes and a half and ended now.</summary>
    public SyncReport Report(Integration integration, string syncId, SyncState state = SyncState.Succeeded, string? error = null) => new()
    {
        SyncId = syncId,
        IntegrationId = integration.Id,
        State = state,
        StartedAt = Time.GetUtcNow() - TimeSpan.FromSeconds(150.5),
        EndedAt = Time.GetUtcNow(),
        Error = error,
    };

    /// <summary>Reports such a sync.</summary>
    public Task<Integration> FinishAsync(Integration integration, string syncId, SyncState state = SyncState.Succeeded, string? error = null) =>
        Ledger.RecordSyncAsync(new WorkspaceScope(integration.WorkspaceId, integration.EnvironmentId), Report(integration, syncId, state, error));

    /// <summary>Sends all that is to be sent by now.</summary>
    public async Task SendAsync(CancellationToken ct = default)
    {
        await Dispatcher.ReadAsync(ct);
        await Dispatcher.SendDueAsync(ct);
    }

    /// <summary>Tells people and channels all that they are to be told by now.</summary>
    public async Task TellAsync(CancellationToken ct = default)
    {
        await Notices.ReadAsync(ct);
        await Notices.SendDueAsync(ct);
    }

    /// <summary>All notices, in their order.</summary>
    public async Task<List<Notice>> NoticesAsync()
    {
        await using var db = Data();
        return await db.Notices.AsNoTracking().OrderBy(n => n.Id).ToListAsync();
    }

    /// <summary>All deliveries, in their order.</summary>
    public async Task<List<Delivery>> DeliveriesAsync()
    {
        await using var db = Data();
        return await db.Deliveries.AsNoTracking().OrderBy(d => d.Id).ToListAsync();
    }

    /// <summary>The only delivery there is.</summary>
    public async Task<Delivery> DeliveryAsync() => Assert.Single(await DeliveriesAsync());

    /// <summary>The last attempt of the only delivery.</summary>
    public async Task<DeliveryAttempt> LastAttemptAsync() => (await Webhooks.AttemptsAsync(Production, (await DeliveryAsync()).Id))[^1];

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs)
        {
            await program.DisposeAsync();
        }

        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _folder.Delete(true);
    }
}
