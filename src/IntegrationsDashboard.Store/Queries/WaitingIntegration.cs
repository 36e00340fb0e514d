namespace IntegrationsDashboard.Store.Queries;

/// <summary>An integration whose first sync waits for an operator.</summary>
public sealed record WaitingIntegration
{
    /// <summary>Its workspace's number.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>Its workspace's name.</summary>
    public required string WorkspaceName { get; init; }

    /// <summary>The integration.</summary>
    public required IntegrationView Integration { get; init; }

    /// <summary>Whether the dashboard syncs it itself; otherwise its syncs are reported from outside.</summary>
    public required bool HasConnection { get; init; }

    /// <summary>Whether a sync was asked for that has not started yet.</summary>
    public required bool IsQueued { get; init; }
}
