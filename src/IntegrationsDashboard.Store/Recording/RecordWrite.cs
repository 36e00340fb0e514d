namespace IntegrationsDashboard.Store.Recording;

/// <summary>What a sync found out about a record.</summary>
/// <param name="Model">Its model.</param>
/// <param name="RemoteId">Its id in the tool.</param>
/// <param name="Data">Its fields as JSON; null where it is gone, or is not to be synced any more.</param>
public sealed record RecordWrite(string Model, string RemoteId, string? Data);
