namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>Who or what caused a change.</summary>
/// <param name="Kind">CONNECTOR, PERSON, API_KEY or RULE.</param>
/// <param name="Name">The person's or key's name where one is known.</param>
internal sealed record ActorData(string Kind, string? Name);
