using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store;

/// <summary>Something about an integration was committed: its status, a sync, a log.</summary>
/// <param name="WorkspaceId">The workspace's number.</param>
/// <param name="IntegrationId">The integration; null where many changed at once.</param>
/// <param name="SyncId">The sync, where it was about one.</param>
/// <param name="From">
/// The status before, where it changed; null where it did not, and for history that nobody is to hear of any more.
/// </param>
/// <param name="To">The status after, where it changed.</param>
/// <param name="ByPersonId">The person who caused it; null for programs, syncs and what time alone has changed.</param>
public sealed record IntegrationChanged(
    int WorkspaceId,
    string? IntegrationId,
    string? SyncId = null,
    IntegrationStatus? From = null,
    IntegrationStatus? To = null,
    Guid? ByPersonId = null);
