namespace IntegrationsDashboard.Status;

/// <summary>What proves a status: the sync and, where known, the log entry to open.</summary>
/// <param name="SyncId">The sync's id; null where no sync led to the status.</param>
/// <param name="Entry">The sequence number of the log entry that explains it.</param>
public readonly record struct Evidence(string? SyncId, int? Entry)
{
    internal static Evidence Of(SyncReference? sync) => sync is null ? default : new Evidence(sync.SyncId, sync.Entry);
}
