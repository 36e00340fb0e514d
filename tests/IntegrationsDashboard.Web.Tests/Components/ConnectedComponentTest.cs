using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Web.Tests.Components;

/// <summary>Renders components over a store of its own with one integration that is synced from here, fully every 10 hours and by delta every 3.</summary>
public abstract class ConnectedComponentTest : ComponentTest, IAsyncLifetime
{
    private readonly DirectoryInfo _folder;

    protected ConnectedComponentTest()
        : this(Directory.CreateTempSubdirectory("components-"))
    {
    }

    private ConnectedComponentTest(DirectoryInfo folder)
        : base(new StoreOptions { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "dashboard.db")}" }) => _folder = folder;

    protected Ledger Ledger => Services.GetRequiredService<Ledger>();

    protected WorkspaceScope Scope { get; private set; }

    protected string Id { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await Services.MigrateStoreAsync();
        await Ledger.WriteAsync(async session =>
        {
            var workspace = (await session.BootstrapAsync("Test", null, null))!;
            Scope = new WorkspaceScope(workspace.Id, workspace.Environments.Single(e => e.Kind == EnvironmentKind.Production).Id);
            var created = new NewIntegration { Tool = "sandbox", Category = Category.Hris, EndUser = new EndUser { OrganizationName = "Acme" } };
            Id = (await session.ConnectAsync(
                Scope, created, new NewConnection("http://localhost/", "", TimeSpan.FromHours(10), TimeSpan.FromHours(3)))).Id;
            return true;
        });
    }

    /// <summary>As if the queued sync had ended: it is next due at these times, or paused.</summary>
    protected async Task PlanAsync(DateTimeOffset? full, DateTimeOffset? delta)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContextAsync();
        foreach (var job in await db.SyncJobs.ToListAsync())
        {
            (job.Purpose, job.DueAt) = (SyncPurpose.Scheduled, job.Type == SyncType.Full ? full : delta);
        }

        await db.SaveChangesAsync();
    }

    protected async Task<IntegrationView> ItemAsync() => (await Services.GetRequiredService<IntegrationQueries>().FindAsync(Scope, Id))!;

    protected async Task<ConnectionView> ConnectionAsync() => (await Services.GetRequiredService<ConnectionQueries>().FindAsync(Scope, Id))!;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        SqliteConnection.ClearAllPools();
        _folder.Refresh();
        if (disposing && _folder.Exists)
        {
            _folder.Delete(recursive: true);
        }
    }
}
