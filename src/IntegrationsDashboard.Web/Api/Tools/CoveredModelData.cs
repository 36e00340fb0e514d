namespace IntegrationsDashboard.Web.Api.Tools;

/// <summary>A model that a connector reads.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">Its name.</param>
/// <param name="CoverageStatus">SUPPORTED.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record CoveredModelData(string Id, string Label, string CoverageStatus, IReadOnlyList<CoveredFieldData> Fields);
