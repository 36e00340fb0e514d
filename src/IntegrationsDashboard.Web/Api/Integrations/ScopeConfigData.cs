namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>The published shape of a scope config. There is only the default one so far.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
internal sealed record ScopeConfigData(string Id, string? Name)
{
    /// <summary>The one that every integration has.</summary>
    public static ScopeConfigData Default { get; } = new("default", null);
}
