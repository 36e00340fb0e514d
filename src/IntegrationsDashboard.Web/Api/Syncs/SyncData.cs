namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary>A sync.</summary>
internal sealed record SyncData
{
    public required string Id { get; init; }

    public required string IntegrationId { get; init; }

    /// <summary>RUNNING, or how it ended, such as PARTIALLY_FAILED.</summary>
    public required string State { get; init; }

    /// <summary>FULL or DELTA.</summary>
    public required string Type { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended (UTC); null while it runs.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>How long it took, in milliseconds; null while it runs.</summary>
    public required long? DurationMs { get; init; }

    /// <summary>What was said to have gone wrong; null where nothing was.</summary>
    public required SyncErrorData? Error { get; init; }

    public required IReadOnlyList<SyncModelData> Models { get; init; }

    public required LogSummaryData Log { get; init; }

    /// <summary>The absolute address of the page that shows it, at the log entry that explains how it ended.</summary>
    public required string LogUrl { get; init; }
}
