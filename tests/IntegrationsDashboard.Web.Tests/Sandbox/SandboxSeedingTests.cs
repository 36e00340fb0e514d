using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Web.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Web.Tests.Sandbox;

public sealed class SandboxSeedingTests
{
    private static readonly (string, string)[] Development = [("environment", "Development"), ("Bootstrap:WorkspaceName", "Test")];

    [Fact]
    public async Task A_new_store_has_integrations_that_sync_with_the_sandbox()
    {
        await using var dashboard = new TestDashboard([.. Development]);
        await using var db = await OpenAsync(dashboard);

        var integrations = await db.Integrations.Where(i => i.Tool == SandboxTool.Id).ToListAsync(TestContext.Current.CancellationToken);

        var companies = dashboard.Service<SandboxAccounts>().All.Select(account => account.Company).Order();
        Assert.Equal(companies, integrations.Select(i => i.EndUser.OrganizationName).Order());
        Assert.Equal(2, integrations.Count(i => i.Environment == EnvironmentKind.Production));
        Assert.Single(integrations, i => i.Facts.Setup == SetupStatus.Incomplete);
        Assert.All(integrations, i => Assert.True(i.IsDemonstration));
    }

    [Fact]
    public async Task Their_credentials_open_the_company_they_belong_to()
    {
        await using var dashboard = new TestDashboard([.. Development]);
        await using var db = await OpenAsync(dashboard);
        var accounts = dashboard.Service<SandboxAccounts>();
        var connections = await db.Connections
            .Join(db.Integrations, c => c.IntegrationId, i => i.Id, (c, i) => new { i.EndUser.OrganizationName, c.ProtectedCredentials })
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.All(connections, connection =>
        {
            var credentials = dashboard.Service<CredentialVault>().Unprotect(connection.ProtectedCredentials);
            Assert.Equal("bearer", credentials["method"]);
            Assert.Equal(connection.OrganizationName, accounts.Enter(credentials["token"])?.Company);
        });
    }

    [Fact]
    public async Task A_start_at_another_address_takes_them_along()
    {
        await using var first = new TestDashboard([.. Development]);
        Assert.All(await AddressesAsync(first), address => Assert.Equal("http://localhost:5080/", address));

        await using var second = new TestDashboard(
            [.. Development, ("Urls", "http://*:6001"), ("ConnectionStrings:Dashboard", $"Data Source={Path.Combine(first.Folder, "dashboard.db")}")]);

        Assert.All(await AddressesAsync(second), address => Assert.Equal("http://localhost:6001/", address));
    }

    [Fact]
    public async Task A_store_that_was_there_before_stays_as_it_is()
    {
        await using var first = new TestDashboard();
        _ = first.Services;
        await using var second = new TestDashboard(
            [.. Development, ("ConnectionStrings:Dashboard", $"Data Source={Path.Combine(first.Folder, "dashboard.db")}")]);
        await using var db = await OpenAsync(second);

        Assert.Empty(db.Integrations);
        Assert.Empty(db.Connections);
    }

    [Fact]
    public async Task They_go_with_the_demonstration()
    {
        await using var dashboard = new TestDashboard([.. Development]);

        await dashboard.Service<Ledger>().RemoveDemonstrationAsync(new WorkspaceScope(1), TestContext.Current.CancellationToken);

        await using var db = await OpenAsync(dashboard);
        Assert.Empty(db.Integrations);
        Assert.Empty(db.Connections);
        Assert.Empty(db.SyncJobs);
    }

    private static Task<DashboardContext> OpenAsync(TestDashboard dashboard) =>
        dashboard.Service<IDbContextFactory<DashboardContext>>().CreateDbContextAsync();

    private static async Task<List<string>> AddressesAsync(TestDashboard dashboard)
    {
        await using var db = await OpenAsync(dashboard);
        var addresses = await db.Connections.Select(connection => connection.Address).ToListAsync();
        Assert.Equal(4, addresses.Count);
        return addresses;
    }
}
