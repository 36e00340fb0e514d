namespace IntegrationsDashboard.Store.Queries;

/// <summary>A place in a list that is sorted by time: after which row to go on.</summary>
/// <param name="At">The row's time (UTC).</param>
/// <param name="Key">The row's number, which parts equal times.</param>
public readonly record struct RowPlace(DateTimeOffset At, long Key);
