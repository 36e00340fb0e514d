using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>A sync that a process has taken to run. It may write for it as long as the job is held under <see cref="SyncId"/>.</summary>
public sealed record ClaimedSync
{
    /// <summary>The process that runs it.</summary>
    public required string Owner { get; init; }

    /// <summary>Its integration.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>The environment of the integration.</summary>
    public required WorkspaceScope Scope { get; init; }

    /// <summary>The tool's id.</summary>
    public required string Tool { get; init; }

    /// <summary>The sync's id.</summary>
    public required string SyncId { get; init; }

    /// <summary>The sync's number in the store.</summary>
    public required long SyncKey { get; init; }

    /// <summary>Its type.</summary>
    public required SyncType Type { get; init; }

    /// <summary>Why it runs.</summary>
    public required SyncPurpose Purpose { get; init; }

    /// <summary>The tool's address.</summary>
    public required string Address { get; init; }

    /// <summary>The credentials, encrypted.</summary>
    public required string ProtectedCredentials { get; init; }

    /// <summary>What to sync.</summary>
    public required SyncFilters Filters { get; init; }

    /// <summary>For a delta sync: since when changes are wanted (UTC); null for everything.</summary>
    public DateTimeOffset? ChangedSince { get; init; }

    /// <summary>When it started (UTC).</summary>
    public required DateTimeOffset StartedAt { get; init; }
}
