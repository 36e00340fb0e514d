namespace IntegrationsDashboard.Store.Model;

/// <summary>Something to tell the outside, written in the transaction that made it true.</summary>
public sealed class OutboxMessage
{
    /// <summary>The <see cref="Type"/> of a change of status.</summary>
    public const string StateChanged = "integration-state-changed";

    /// <summary>Its running number; messages of an integration leave in this order.</summary>
    public long Id { get; init; }

    /// <summary>Its workspace's number.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>Its integration; null for an attempt to connect one that never came to be.</summary>
    public required string? IntegrationId { get; init; }

    /// <summary>What it tells, such as <c>integration-state-changed</c>.</summary>
    public required string Type { get; init; }

    /// <summary>When that became so (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The sync it is about.</summary>
    public string? SyncId { get; init; }

    /// <summary>The number of the attempt to connect that it is about.</summary>
    public long? FlowId { get; init; }

    /// <summary>The status word before, for a change.</summary>
    public string? From { get; init; }

    /// <summary>The status word after, for a change.</summary>
    public string? To { get; init; }
}
