using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>How an integration is synced from here, without its credentials.</summary>
public sealed record ConnectionView
{
    /// <summary>The address of the tool.</summary>
    public required string Address { get; init; }

    /// <summary>What is synced.</summary>
    public required SyncFilters Filters { get; init; }

    /// <summary>What filters can be chosen from; null until a set-up sync has found it.</summary>
    public IReadOnlyList<Facet>? Facets { get; init; }

    /// <summary>How long after a full sync the next is due.</summary>
    public required TimeSpan FullEvery { get; init; }

    /// <summary>How long after a sync the next delta sync is due; null where there are none.</summary>
    public TimeSpan? DeltaEvery { get; init; }

    /// <summary>Since when the data no longer matches the filters (UTC); null while it does.</summary>
    public DateTimeOffset? DataExpiredAt { get; init; }

    /// <summary>The next or running sync of each type.</summary>
    public required IReadOnlyList<SyncJob> Jobs { get; init; }

    /// <summary>When the next sync starts by itself or is queued to (UTC); null while the schedule is paused.</summary>
    public DateTimeOffset? NextDueAt => Jobs.Min(job => job.DueAt);

    /// <summary>Whether a person or a program asked for a sync that has not started yet.</summary>
    public bool IsQueued => Jobs.Any(job => job.Owner is null && job.Purpose != SyncPurpose.Scheduled);
}
