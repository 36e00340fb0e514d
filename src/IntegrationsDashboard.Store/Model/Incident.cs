using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Model;

/// <summary>
/// The time from an integration's failing until it has been well for a while. However often it changes in between, each status is told
/// once, and the recovery once.
/// </summary>
public sealed class Incident
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The workspace's number.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>The integration.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>When it began (UTC).</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The statuses entered since, each once.</summary>
    public required IReadOnlyList<IntegrationStatus> Statuses { get; set; }

    /// <summary>Since when it has been well again (UTC); null while it is not.</summary>
    public DateTimeOffset? WellSince { get; set; }

    /// <summary>When its recovery is told if it stays well (UTC); null while it is not, and once it was told.</summary>
    public DateTimeOffset? HealsAt { get; set; }

    /// <summary>When it ended (UTC); null while it goes on.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
