using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What needs somebody: first what several integrations share, then those that stand for themselves.</summary>
/// <param name="Incidents">What several share.</param>
/// <param name="Alone">The others, the one that needs a person most first.</param>
/// <param name="Shown">The integrations that are named in either, by id.</param>
/// <param name="IsWhole">Whether all were looked at; where not, the last <see cref="OverviewQueries.MostAiling"/> of each status were.</param>
public sealed record AilingView(
    IReadOnlyList<SharedIncident> Incidents,
    IReadOnlyList<IntegrationView> Alone,
    IReadOnlyDictionary<string, IntegrationView> Shown,
    bool IsWhole);
