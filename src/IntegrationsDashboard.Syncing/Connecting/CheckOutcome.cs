using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Syncing.Connecting;

/// <summary>What came of trying credentials against a tool.</summary>
/// <param name="Explanation">Why they do not work, in words for people; null where they do.</param>
/// <param name="Log">What was tried, without secrets.</param>
public sealed record CheckOutcome(string? Explanation, IReadOnlyList<FlowEntry> Log)
{
    /// <summary>Whether they work.</summary>
    public bool IsGood => Explanation is null;
}
