using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>What a sync is to read.</summary>
/// <param name="Models">The ids of the models.</param>
/// <param name="Filters">What of them; a connector may ask the tool for less, the runner looks again.</param>
/// <param name="ChangedSince">For a delta sync, only what changed since (UTC); null for everything.</param>
public sealed record SyncOrder(IReadOnlyList<string> Models, SyncFilters Filters, DateTimeOffset? ChangedSince = null);
