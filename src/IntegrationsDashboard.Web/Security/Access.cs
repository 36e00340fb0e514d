using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Who looks at the pages, and what they may see and do there.</summary>
/// <param name="Person">Who they are, and which workspaces are open to them.</param>
/// <param name="Workspace">The one whose pages they see; null where none is open to them.</param>
/// <param name="Environment">The environment they look at; null for both.</param>
public sealed record Access(SignedInPerson Person, OpenWorkspace? Workspace, EnvironmentKind? Environment)
{
    /// <summary>What they may do in the workspace.</summary>
    public Rights Rights => Workspace?.Rights ?? (Person.IsOperator ? RoleRights.Operator : Rights.None);

    /// <summary>They themselves, as histories and the audit log name them.</summary>
    public Initiator Self => By(Rights);

    /// <summary>What the pages read and write; null where no workspace is open to them.</summary>
    public WorkspaceScope? Scope => Workspace is null ? null : ScopeOf(Workspace, Environment);

    /// <summary>The numbers of all workspaces that are open to them.</summary>
    public IReadOnlyCollection<int> WorkspaceIds => [.. Person.Workspaces.Select(w => w.Id)];

    /// <summary>Puts together what a session allows.</summary>
    public static Access Of(SignedInPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var chosen = person.Workspaces.FirstOrDefault(w => w.Id == person.ChosenWorkspaceId);
        return new Access(person, chosen ?? (person.Workspaces is [var first, ..] ? first : null), chosen is null ? null : person.ChosenEnvironment);
    }

    /// <summary>Whether they may do all of that in the workspace.</summary>
    public bool May(Rights rights) => (Rights & rights) == rights;

    /// <summary>What they may read and write in one of their workspaces, whichever they look at.</summary>
    /// <param name="workspaceId">The workspace's number.</param>
    /// <returns>Null where that workspace is not open to them.</returns>
    public WorkspaceScope? ScopeOf(int workspaceId) =>
        Person.Workspaces.FirstOrDefault(w => w.Id == workspaceId) is { } workspace ? ScopeOf(workspace, null) : null;

    /// <summary>One environment of the workspace.</summary>
    public WorkspaceScope? ScopeOf(EnvironmentKind environment) => Workspace is null ? null : ScopeOf(Workspace, environment);

    private WorkspaceScope ScopeOf(OpenWorkspace workspace, EnvironmentKind? environment)
    {
        int? environmentId = environment switch
        {
            EnvironmentKind.Production => workspace.ProductionId,
            EnvironmentKind.Development => workspace.DevelopmentId,
            _ => null,
        };
        return new WorkspaceScope(workspace.Id, environmentId, By(workspace.Rights));
    }

    private Initiator By(Rights rights) => new(new Actor(ActorKind.Person, Person.Name), rights, Person.PersonId, Address: Person.Address);
}
