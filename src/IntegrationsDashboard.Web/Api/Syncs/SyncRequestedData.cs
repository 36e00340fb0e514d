namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary>What became of a request for a sync.</summary>
/// <param name="AlreadyQueued">Whether it was queued or running before.</param>
/// <param name="SyncId">The sync that is queued or runs.</param>
/// <param name="Type">FULL or DELTA.</param>
internal sealed record SyncRequestedData(bool AlreadyQueued, string SyncId, string Type);
