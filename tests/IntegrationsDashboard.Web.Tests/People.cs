using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Web.Tests;

/// <summary>Makes people and workspaces as the pages do.</summary>
public static class People
{
    /// <summary>The dashboard's operator, as histories name them.</summary>
    public static Initiator Operator { get; } = new(new Actor(ActorKind.Person, "Ada"), RoleRights.Operator);

    /// <summary>Another workspace, and its production environment.</summary>
    public static async Task<WorkspaceScope> CreateWorkspaceAsync(this TestDashboard dashboard, string name)
    {
        var ct = TestContext.Current.CancellationToken;
        var workspace = await dashboard.Service<Ledger>().WriteAsync(session => session.CreateWorkspaceAsync(Operator, name, ct), ct: ct);
        return new WorkspaceScope(workspace.Id, workspace.Environments.Single(one => one.Kind == EnvironmentKind.Production).Id);
    }

    /// <summary>Somebody who was invited to a workspace and has joined it; returns who they are.</summary>
    public static async Task<Initiator> JoinAsync(this TestDashboard dashboard, WorkspaceScope scope, string email, Role role)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var services = dashboard.Services.CreateAsyncScope();
        var person = new Person { Id = Guid.NewGuid(), Name = email, UserName = email, Email = email, EmailConfirmed = true, CreatedAt = TestDashboard.Start };
        Assert.True((await services.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person, TestDashboard.Password)).Succeeded);
        var by = new Initiator(new Actor(ActorKind.Person, email), Rights.None, person.Id);
        await dashboard.Service<Ledger>().WriteAsync(
            async session => await session.AcceptInvitationAsync((await session.InviteAsync(scope, email, role, ct)).Token, by, ct), ct: ct);
        return by;
    }
}
