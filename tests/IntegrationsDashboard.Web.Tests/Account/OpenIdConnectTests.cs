using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Tests.Account;

/// <summary>People sign in by a real provider of OpenID Connect, which says to which workspaces they belong.</summary>
public sealed class OpenIdConnectTests
{
    private const string Redirect = "http://localhost/account/openid-connect";

    [Fact]
    public async Task The_provider_gives_workspaces_and_takes_them_away()
    {
        using var provider = await SignOnProvider.StartAsync(
            Redirect, """{"email":"bob@example.com","email_verified":true,"name":"Bob","workspaces":["Test","No such workspace"]}""");
        using var dashboard = Dashboard(provider);
        using var bob = await SignInAsync(dashboard, provider);
        using (var page = await bob.GetAsync("/integrations", TestContext.Current.CancellationToken))
        {
            Assert.True(page.IsSuccessStatusCode);
        }

        var member = Assert.Single(await MembersAsync(dashboard));
        Assert.Equal(("Bob", "bob@example.com", Role.Viewer, true), (member.Name, member.Email, member.Role, member.IsFromSingleSignOn));

        // The workspace is called otherwise now, so that the claim names it no longer.
        var scope = new WorkspaceScope(1);
        await dashboard.Service<Ledger>().WriteAsync(session => session.RenameWorkspaceAsync(scope, "Renamed"), TestContext.Current.CancellationToken);
        using var again = await SignInAsync(dashboard, provider);
        Assert.Empty(await MembersAsync(dashboard));
    }

    private static TestDashboard Dashboard(SignOnProvider provider) => new(
        ("Authentication:OpenIdConnect:Authority", provider.Address),
        ("Authentication:OpenIdConnect:ClientId", "dashboard"),
        ("Authentication:OpenIdConnect:ClientSecret", "a secret between the two"),
        ("Authentication:OpenIdConnect:DisplayName", "Example"),
        ("Authentication:OpenIdConnect:WorkspaceClaim", "workspaces"),
        ("Authentication:OpenIdConnect:Role", "viewer"),
        ("Authentication:OpenIdConnect:Scopes:0", "workspaces"));

    private static Task<IReadOnlyList<Member>> MembersAsync(TestDashboard dashboard) =>
        dashboard.Service<PeopleQueries>().MembersAsync(new WorkspaceScope(1), TestContext.Current.CancellationToken);

    private static async Task<HttpClient> SignInAsync(TestDashboard dashboard, SignOnProvider provider)
    {
        var browser = dashboard.Browser();
        using var away = await browser.SubmitAsync("/account/sign-in", "/account/external", ("scheme", "OpenIdConnect"));
        var back = await provider.PassAsync(away.Headers.Location!);
        using var returned = await browser.GetAsync(back.PathAndQuery, TestContext.Current.CancellationToken);
        using var entered = await browser.GetAsync(returned.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal("/integrations", entered.Headers.Location?.ToString());
        return browser;
    }
}
