namespace IntegrationsDashboard.Store.Queries;

/// <summary>How one tool did.</summary>
/// <param name="Tool">The tool's id.</param>
/// <param name="Integrations">How many integrations connect to it; deleted ones are left out.</param>
/// <param name="Now">What its syncs came to in the period.</param>
/// <param name="Before">What they came to in the period of the same length before it.</param>
public sealed record ToolTally(string Tool, int Integrations, TallySum Now, TallySum Before);
