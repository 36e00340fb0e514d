namespace IntegrationsDashboard.Web.Api.Tools;

/// <summary>A field that a connector reads.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CoverageStatus">SUPPORTED.</param>
internal sealed record CoveredFieldData(string Id, string CoverageStatus);
