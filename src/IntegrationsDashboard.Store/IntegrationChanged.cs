namespace IntegrationsDashboard.Store;

/// <summary>Something about an integration was committed: its status, a sync, a log.</summary>
/// <param name="WorkspaceId">The workspace's number.</param>
/// <param name="IntegrationId">The integration; null where many changed at once.</param>
/// <param name="SyncId">The sync, where it was about one.</param>
public sealed record IntegrationChanged(int WorkspaceId, string? IntegrationId, string? SyncId = null);
