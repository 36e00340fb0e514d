namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>A page of the list of integrations.</summary>
/// <param name="Integrations">The integrations in order.</param>
/// <param name="Next">The cursor of the next page; null where this is the last.</param>
internal sealed record IntegrationsData(IReadOnlyList<IntegrationItemData> Integrations, string? Next);
