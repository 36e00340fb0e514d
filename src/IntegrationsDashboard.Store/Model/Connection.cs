namespace IntegrationsDashboard.Store.Model;

/// <summary>What it takes to sync an integration from here. Integrations whose syncs are reported from outside have none.</summary>
public sealed class Connection
{
    /// <summary>Its integration.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>The address of the tool.</summary>
    public required string Address { get; set; }

    /// <summary>The credentials, encrypted.</summary>
    public required string ProtectedCredentials { get; set; }

    /// <summary>What to sync.</summary>
    public SyncFilters Filters { get; set; } = SyncFilters.None;

    /// <summary>What the last sync that read everything found to choose filters from; null where none has run.</summary>
    public IReadOnlyList<Facet>? Facets { get; set; }

    /// <summary>How long after a full sync the next one is due.</summary>
    public required TimeSpan FullEvery { get; set; }

    /// <summary>How long after a sync the next delta sync is due; null where there are none.</summary>
    public TimeSpan? DeltaEvery { get; set; }

    /// <summary>Since when the stored data no longer matches the filters (UTC); null while it does.</summary>
    public DateTimeOffset? DataExpiredAt { get; set; }

    /// <summary>Until when the last full or delta sync that got in has seen changes (UTC); the next delta sync begins there.</summary>
    public DateTimeOffset? SyncedUntil { get; set; }
}
