using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Model;

/// <summary>One run of an integration.</summary>
public sealed class Sync
{
    /// <summary>Its number in the store; log entries are clustered by it.</summary>
    public long Key { get; init; }

    /// <summary>The environment within which <see cref="SyncId"/> is unique.</summary>
    public required int EnvironmentId { get; init; }

    /// <summary>The id that its reporter gave it.</summary>
    public required string SyncId { get; init; }

    /// <summary>Its integration.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>Its state.</summary>
    public required SyncState State { get; set; }

    /// <summary>How much it looks at.</summary>
    public required SyncType Type { get; set; }

    /// <summary>When it started (UTC).</summary>
    public required DateTimeOffset StartedAt { get; set; }

    /// <summary>When it ended (UTC); null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What its reporter said went wrong.</summary>
    public string? Error { get; set; }

    /// <summary>What it brought, by model.</summary>
    public IReadOnlyList<SyncModel> Models { get; set; } = [];

    /// <summary>How many log entries are known.</summary>
    public int LogCount { get; set; }

    /// <summary>How many of them are errors.</summary>
    public int ErrorCount { get; set; }

    /// <summary>How many of them are warnings.</summary>
    public int WarningCount { get; set; }

    /// <summary>The sequence number of the first error.</summary>
    public int? FirstError { get; set; }

    /// <summary>What it says, shortened.</summary>
    public string? FirstErrorMessage { get; set; }

    /// <summary>The sequence number of the first warning.</summary>
    public int? FirstWarning { get; set; }

    /// <summary>What it says, shortened.</summary>
    public string? FirstWarningMessage { get; set; }

    /// <summary>Whether its log has bodies of requests or responses.</summary>
    public bool HasBodies { get; set; }

    /// <summary>The log entry that explains how it ended; null where it was clean, still runs, or has no such entry.</summary>
    public int? ExplainingEntry => EndedAt is null || State == SyncState.Succeeded ? null : ToReference().Entry;

    /// <summary>What the facts keep of it once it has ended.</summary>
    /// <exception cref="InvalidOperationException">It still runs.</exception>
    public SyncReference ToReference()
    {
        var ended = EndedAt ?? throw new InvalidOperationException($"The sync {SyncId} still runs.");
        var logged = State switch
        {
            SyncState.Succeeded => null,
            SyncState.PartiallyFailed => FirstWarningMessage ?? FirstErrorMessage,
            _ => FirstErrorMessage ?? FirstWarningMessage,
        };
        return new SyncReference(SyncId, State, ended, FirstError, FirstWarning, SyncReference.Shorten(Error ?? logged));
    }
}
