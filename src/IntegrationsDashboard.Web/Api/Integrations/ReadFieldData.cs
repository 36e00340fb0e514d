namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>The published shape of a field that an integration reads.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsAvailable">Whether it is synced.</param>
/// <param name="CoverageStatus">SUPPORTED.</param>
/// <param name="ScopeConfigSetting">ENABLED: a field cannot be left out by itself.</param>
/// <param name="OptedOutByCustomer">Never by itself.</param>
internal sealed record ReadFieldData(
    string Id, bool IsAvailable, string CoverageStatus, string ScopeConfigSetting = "ENABLED", bool OptedOutByCustomer = false);
