namespace IntegrationsDashboard.Store.Recording;

/// <summary>How a new integration is reached.</summary>
/// <param name="Address">The tool's address.</param>
/// <param name="ProtectedCredentials">The credentials, encrypted.</param>
/// <param name="FullEvery">How long after a full sync the next one is due.</param>
/// <param name="DeltaEvery">How long after a sync the next delta sync is due; null where the connector has none.</param>
public sealed record NewConnection(string Address, string ProtectedCredentials, TimeSpan FullEvery, TimeSpan? DeltaEvery = null);
