using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What lies between the last sync that worked and the first one that did not.</summary>
/// <param name="Good">The last one that worked.</param>
/// <param name="Bad">The first one after it that did not.</param>
/// <param name="Between">What happened between their ends, in the order of time.</param>
public sealed record Relapse(Sync Good, Sync Bad, IReadOnlyList<RelapseEvent> Between)
{
    /// <summary>How many records of each model they brought.</summary>
    public IReadOnlyList<ModelDifference> Models => ModelDifference.Between(Good, Bad);
}
