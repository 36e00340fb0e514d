namespace IntegrationsDashboard.Syncing.Connecting;

/// <summary>What came of connecting or reconnecting.</summary>
/// <param name="IntegrationId">The integration; null where it did not work.</param>
/// <param name="Explanation">Why it did not work, in words for people; null where it did.</param>
public sealed record ConnectOutcome(string? IntegrationId, string? Explanation = null);
