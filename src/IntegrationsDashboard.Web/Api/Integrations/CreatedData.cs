namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>What creating an integration answers with.</summary>
/// <param name="Id">The new integration's id.</param>
internal sealed record CreatedData(string Id);
