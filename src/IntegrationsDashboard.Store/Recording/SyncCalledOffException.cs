namespace IntegrationsDashboard.Store.Recording;

/// <summary>
/// A sync that was switched off, deleted or given up may not be written for any more; nothing was written.
/// </summary>
/// <param name="syncId">The sync.</param>
public sealed class SyncCalledOffException(string syncId) : Exception($"The sync \"{syncId}\" was called off.");
