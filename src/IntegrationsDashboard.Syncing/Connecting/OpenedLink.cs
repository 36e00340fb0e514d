using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Syncing.Connecting;

/// <summary>What a token leads to.</summary>
/// <param name="State">Whether it works.</param>
/// <param name="Link">The link; null where there is none.</param>
public sealed record OpenedLink(LinkState State, ConnectionLink? Link)
{
    /// <summary>What whoever holds the token may touch.</summary>
    public WorkspaceScope Scope => Link is { } link
        ? new WorkspaceScope(
            link.WorkspaceId,
            link.EnvironmentId,
            new Initiator(new Actor(ActorKind.Person, link.EndUserEmail), Rights.Read | Rights.Act))
        : throw new InvalidOperationException("There is no such link.");
}
