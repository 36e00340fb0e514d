using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>Two syncs of one integration side by side.</summary>
/// <param name="A">The first.</param>
/// <param name="B">The second.</param>
/// <param name="OnlyInA">What only the first one's log says, the worst first.</param>
/// <param name="OnlyInB">What only the second one's log says, the worst first.</param>
/// <param name="IsWhole">Whether both logs were read to their ends.</param>
public sealed record SyncComparison(
    Sync A, Sync B, IReadOnlyList<MessageCount> OnlyInA, IReadOnlyList<MessageCount> OnlyInB, bool IsWhole)
{
    /// <summary>How many records of each model they brought.</summary>
    public IReadOnlyList<ModelDifference> Models => ModelDifference.Between(A, B);
}
