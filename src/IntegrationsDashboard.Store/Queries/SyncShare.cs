namespace IntegrationsDashboard.Store.Queries;

/// <summary>How many syncs went well.</summary>
/// <param name="Succeeded">How many succeeded.</param>
/// <param name="Total">How many there were, at least one; cancelled ones are left out.</param>
public readonly record struct SyncShare(int Succeeded, int Total);
