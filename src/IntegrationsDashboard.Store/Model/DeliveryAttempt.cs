namespace IntegrationsDashboard.Store.Model;

/// <summary>One attempt to deliver a message.</summary>
public sealed class DeliveryAttempt
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The delivery.</summary>
    public required long DeliveryId { get; init; }

    /// <summary>When it began (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required int DurationMs { get; init; }

    /// <summary>The headers that were sent, one a line.</summary>
    public required string RequestHeaders { get; init; }

    /// <summary>The HTTP status of the answer; null where none came.</summary>
    public int? Status { get; init; }

    /// <summary>The beginning of the answer's body.</summary>
    public string? Response { get; init; }

    /// <summary>What went wrong where no answer came, in plain words.</summary>
    public string? Error { get; init; }
}
