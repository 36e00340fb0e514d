using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Model;

/// <summary>An event other than a sync, as it was recorded. With the finished syncs it is the history that the facts fold.</summary>
public sealed class RecordedEvent
{
    /// <summary>Its running number.</summary>
    public long Sequence { get; init; }

    /// <summary>Its integration.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>What happened.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>What kind of actor caused it.</summary>
    public required ActorKind ActorKind { get; init; }

    /// <summary>The actor's name.</summary>
    public string? ActorName { get; init; }

    /// <summary>A word that goes with it.</summary>
    public string? Note { get; init; }
}
