namespace IntegrationsDashboard.Store.Model;

/// <summary>One line of a sync's log. Stored clustered by sync and sequence.</summary>
public sealed record LogEntry
{
    /// <summary>The sync's number in the store.</summary>
    public long SyncKey { get; init; }

    /// <summary>Its place in the log, 0 or more, unique within the sync.</summary>
    public required int Seq { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How much it matters.</summary>
    public required LogEntryLevel Level { get; init; }

    /// <summary>What it says.</summary>
    public required string Message { get; init; }

    /// <summary>The model it is about.</summary>
    public string? Model { get; init; }

    /// <summary>The request's method, where it is about a request.</summary>
    public string? HttpMethod { get; init; }

    /// <summary>The request's address.</summary>
    public string? HttpUrl { get; init; }

    /// <summary>The response's status code.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>How long the request took, in milliseconds.</summary>
    public int? HttpDurationMs { get; init; }
}
