namespace IntegrationsDashboard.Store.Model;

/// <summary>The bodies of a log entry's request and response; kept apart because they are large and live shorter.</summary>
public sealed record LogBody
{
    /// <summary>The sync's number in the store.</summary>
    public long SyncKey { get; init; }

    /// <summary>The entry's place in the log.</summary>
    public required int Seq { get; init; }

    /// <summary>The request's body.</summary>
    public string? Request { get; init; }

    /// <summary>The response's body.</summary>
    public string? Response { get; init; }
}
