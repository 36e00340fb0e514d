namespace IntegrationsDashboard.Store.Model;

/// <summary>
/// The next or running sync of one type of an integration that the dashboard syncs itself. There is exactly one per type, so that
/// no second one can be queued or run beside it.
/// </summary>
public sealed class SyncJob
{
    /// <summary>Its integration.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>Its type.</summary>
    public required SyncType Type { get; init; }

    /// <summary>The id that the sync has, or will have once it starts.</summary>
    public required string SyncId { get; set; }

    /// <summary>Why it is queued.</summary>
    public SyncPurpose Purpose { get; set; }

    /// <summary>When it is due (UTC); null while it runs, and while the schedule is paused.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>The process that runs it; null while none does.</summary>
    public string? Owner { get; set; }

    /// <summary>Until when that process has it (UTC); it renews this while it lives.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }
}
