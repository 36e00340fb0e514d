namespace IntegrationsDashboard.Store.Model;

/// <summary>One record of a model as a sync brought it. Stored clustered by integration, model and remote id.</summary>
public sealed class StoredRecord
{
    /// <summary>Its integration.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>Its model, such as <c>users</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Its id in the tool.</summary>
    public required string RemoteId { get; init; }

    /// <summary>Its fields as JSON.</summary>
    public required string Data { get; set; }

    /// <summary>When it was first seen (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed (UTC).</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>When it was found to be gone from the tool (UTC); it is erased 14 days later.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>The number of the sync that saw it last.</summary>
    public long SeenBy { get; set; }

    /// <summary>The number of the sync that added, changed or removed it last.</summary>
    public long ChangedBy { get; set; }
}
