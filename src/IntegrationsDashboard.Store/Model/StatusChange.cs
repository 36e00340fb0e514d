using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Model;

/// <summary>
/// One line of an integration's history of statuses. The lines always equal what folding the sorted history gives: a late
/// report rewrites those after it.
/// </summary>
public sealed class StatusChange
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>Its integration.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>When the status changed (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The status before; null for the first line.</summary>
    public IntegrationStatus? From { get; init; }

    /// <summary>The status after.</summary>
    public required IntegrationStatus To { get; init; }

    /// <summary>What kind of event caused it.</summary>
    public required EventKind Cause { get; init; }

    /// <summary>What kind of actor caused it.</summary>
    public required ActorKind ActorKind { get; init; }

    /// <summary>The actor's name.</summary>
    public string? ActorName { get; init; }

    /// <summary>The sync that caused it.</summary>
    public string? SyncId { get; init; }

    /// <summary>What went wrong, or a word that goes with it.</summary>
    public string? Note { get; init; }
}
