using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>What a program reports of a sync: once when it starts, once when it ended, each as often as it likes.</summary>
public sealed record SyncReport
{
    /// <summary>The sync's id, unique within the environment.</summary>
    public required string SyncId { get; init; }

    /// <summary>Its integration.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>Its state.</summary>
    public required SyncState State { get; init; }

    /// <summary>How much it looks at.</summary>
    public SyncType Type { get; init; }

    /// <summary>When it started (UTC).</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended (UTC); given if and only if the state is final.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What went wrong, in words for people.</summary>
    public string? Error { get; init; }

    /// <summary>What it brought.</summary>
    public IReadOnlyList<SyncModel> Models { get; init; } = [];
}
