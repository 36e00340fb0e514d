using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Model;

/// <summary>One of a workspace's two environments.</summary>
public sealed class WorkspaceEnvironment
{
    /// <summary>Its number, unique over all workspaces.</summary>
    public int Id { get; init; }

    /// <summary>Its workspace's number.</summary>
    public int WorkspaceId { get; init; }

    /// <summary>Which of the two it is.</summary>
    public required EnvironmentKind Kind { get; init; }

    /// <summary>The keys that open it.</summary>
    public IList<ApiKey> ApiKeys { get; init; } = [];
}
