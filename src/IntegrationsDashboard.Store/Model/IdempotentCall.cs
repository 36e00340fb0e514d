namespace IntegrationsDashboard.Store.Model;

/// <summary>What came of an API call that carried an idempotency key, so that the same call again makes nothing twice. Kept for a day.</summary>
public sealed class IdempotentCall
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The environment that the caller's API key opens.</summary>
    public required int EnvironmentId { get; init; }

    /// <summary>The idempotency key as the caller chose it.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, address and body: another call may not use the same key.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The id of what was made.</summary>
    public required string Result { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}
