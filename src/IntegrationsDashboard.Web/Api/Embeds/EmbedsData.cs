namespace IntegrationsDashboard.Web.Api.Embeds;

/// <summary>Where an integration's status is shown.</summary>
/// <param name="Embeds">Those that work, the last made first.</param>
internal sealed record EmbedsData(IReadOnlyList<EmbedData> Embeds);
