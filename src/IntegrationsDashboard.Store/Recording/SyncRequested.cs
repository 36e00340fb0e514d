using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>What became of a request for a sync.</summary>
/// <param name="SyncId">The sync that is queued or runs.</param>
/// <param name="Type">Its type.</param>
/// <param name="AlreadyQueued">Whether it was queued or running before.</param>
public sealed record SyncRequested(string SyncId, SyncType Type, bool AlreadyQueued);
