using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>How a sync ended that the dashboard ran.</summary>
/// <param name="State">Its final state.</param>
/// <param name="Error">What ended it, in words for people; null where nothing did, or its log says it.</param>
/// <param name="Models">What it brought.</param>
/// <param name="Facets">What it found to choose filters from; null where it did not read everything.</param>
public sealed record SyncEnd(SyncState State, string? Error, IReadOnlyList<SyncModel> Models, IReadOnlyList<Facet>? Facets = null);
