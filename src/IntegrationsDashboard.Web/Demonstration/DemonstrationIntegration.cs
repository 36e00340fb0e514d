using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>One made-up integration with its whole history, in the order of time.</summary>
/// <param name="New">What creates it; its id is always given.</param>
/// <param name="Environment">The environment it belongs to.</param>
/// <param name="Intended">The status that its history leads to by the default rules.</param>
/// <param name="Steps">Its history.</param>
internal sealed record DemonstrationIntegration(
    NewIntegration New, EnvironmentKind Environment, IntegrationStatus Intended, IReadOnlyList<DemonstrationStep> Steps);
