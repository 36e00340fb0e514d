namespace IntegrationsDashboard.Store.Model;

/// <summary>An attempt to connect a tool that failed, with what it tried. Kept for 60 days.</summary>
public sealed class ConnectionFlow
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The link it came by.</summary>
    public required Guid LinkId { get; init; }

    /// <summary>Its workspace's number.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>Its environment's number.</summary>
    public required int EnvironmentId { get; init; }

    /// <summary>The integration that was to be reconnected; null for a new one.</summary>
    public string? IntegrationId { get; init; }

    /// <summary>The tool's id.</summary>
    public required string Tool { get; init; }

    /// <summary>The tool's category.</summary>
    public required Category Category { get; init; }

    /// <summary>Who tried.</summary>
    public required string OrganizationName { get; init; }

    /// <summary>Their e-mail address, where it is known.</summary>
    public string? EndUserEmail { get; init; }

    /// <summary>Their id in the customer's system, where it is known.</summary>
    public string? OriginId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was wrong, in words for people.</summary>
    public required string Error { get; init; }

    /// <summary>What was tried, without secrets.</summary>
    public required IReadOnlyList<FlowEntry> Log { get; init; }
}
