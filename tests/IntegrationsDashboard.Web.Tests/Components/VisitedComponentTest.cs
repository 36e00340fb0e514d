using Bunit;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Web.Tests.Components;

/// <summary>Renders what hears of changes, for somebody who has signed in to a workspace.</summary>
public abstract class VisitedComponentTest : ConnectedComponentTest
{
    protected VisitedComponentTest() => SetRendererInfo(new RendererInfo("Server", true));

    /// <summary>The scope as the viewer sees it.</summary>
    protected WorkspaceScope Seen => new(Scope.WorkspaceId, null, Self);

    /// <summary>Somebody else who acts on a page.</summary>
    protected WorkspaceScope Theirs => Scope with { By = new Initiator(new Actor(ActorKind.Person, "Grace"), RoleRights.Operator, Guid.NewGuid()) };

    /// <summary>The viewer, who acts in the integration's environment.</summary>
    protected WorkspaceScope Mine => Scope with { By = Self };

    private Initiator Self { get; set; } = null!;

    protected static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    protected async Task SignInAsync()
    {
        var person = new Person { Id = Guid.NewGuid(), Name = "Ada", UserName = "ada@example.com", Email = "ada@example.com", IsOperator = true, CreatedAt = Now };
        await using var db = await Services.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContextAsync(Cancel);
        db.Users.Add(person);
        await db.SaveChangesAsync(Cancel);
        Self = new Initiator(new Actor(ActorKind.Person, person.Name), RoleRights.Operator, person.Id);
        Services.GetRequiredService<SignedIn>().Session = (await Ledger.WriteAsync(session => session.BeginSessionAsync(Self, null, Cancel), ct: Cancel)).Id;
    }

    /// <summary>Switches it off where it is on, and on where it is off.</summary>
    protected async Task SwitchAsync(WorkspaceScope scope, string id)
    {
        var item = await Services.GetRequiredService<Store.Queries.IntegrationQueries>().FindAsync(scope, id, Cancel);
        var isOff = item!.Evaluation.Status == IntegrationStatus.Inactive;
        await Ledger.RecordAsync(scope, id, isOff ? new Activated(Clock.GetUtcNow()) : new Deactivated(Clock.GetUtcNow()), Cancel);
    }

    /// <summary>A further integration; active.</summary>
    protected async Task<string> AddAsync(string organization) => (await Ledger.CreateIntegrationAsync(
        Scope,
        new NewIntegration { Tool = "personio", Category = Category.Hris, EndUser = new EndUser { OrganizationName = organization } },
        Cancel)).Id;
}
