namespace IntegrationsDashboard.Store.Recording;

/// <summary>What became of reported log entries.</summary>
/// <param name="Added">How many were new.</param>
/// <param name="AlreadyKnown">How many had a sequence number that was known already; those changed nothing.</param>
public readonly record struct LogAppended(int Added, int AlreadyKnown);
