namespace IntegrationsDashboard.Store.Queries;

/// <summary>How the syncs of a workspace did in a period.</summary>
/// <param name="Days">Day by day, the earliest first.</param>
/// <param name="Now">All days together.</param>
/// <param name="Before">The period of the same length before it.</param>
/// <param name="Tools">Tool by tool, those with the lowest success rate first.</param>
public sealed record RatesView(IReadOnlyList<TallyDay> Days, TallySum Now, TallySum Before, IReadOnlyList<ToolTally> Tools);
