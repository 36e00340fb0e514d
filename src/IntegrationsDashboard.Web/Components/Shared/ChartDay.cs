namespace IntegrationsDashboard.Web.Components.Shared;

/// <summary>One day of a chart.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Values">A value for each series, 0 or more; null where there is none.</param>
public sealed record ChartDay(DateOnly Day, IReadOnlyList<double?> Values);
