using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Model;

/// <summary>How many integrations of one kind have one status; kept by the ledger so that nothing has to be counted.</summary>
public sealed class StatusCount
{
    /// <summary>The workspace's number.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>The environment.</summary>
    public required EnvironmentKind Environment { get; init; }

    /// <summary>The tool's category.</summary>
    public required Category Category { get; init; }

    /// <summary>The tool's id.</summary>
    public required string Tool { get; init; }

    /// <summary>The status.</summary>
    public required IntegrationStatus Status { get; init; }

    /// <summary>How many.</summary>
    public required int Count { get; init; }
}
