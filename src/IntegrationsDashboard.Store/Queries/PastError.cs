namespace IntegrationsDashboard.Store.Queries;

/// <summary>An error message of a past sync.</summary>
/// <param name="Message">What it says.</param>
/// <param name="Tool">The integration's tool.</param>
/// <param name="IntegrationId">The integration.</param>
/// <param name="SyncId">The sync.</param>
/// <param name="Entry">The log entry that says it; null where the sync itself does.</param>
/// <param name="At">When the sync ended (UTC).</param>
public sealed record PastError(string Message, string Tool, string IntegrationId, string SyncId, int? Entry, DateTimeOffset At);
