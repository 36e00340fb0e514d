namespace IntegrationsDashboard.Web.Api.Embeds;

/// <summary>An integration's status shown elsewhere, with the addresses that are told this once.</summary>
/// <param name="Embed">What was made.</param>
/// <param name="Url">The absolute address of the page to frame. <c>theme</c> (light, dark or auto) and <c>lang</c> may be added to its query.</param>
/// <param name="BadgeUrl">The absolute address of the image, an SVG. The same may be added.</param>
/// <param name="Html">The frame, as HTML to copy.</param>
internal sealed record CreatedEmbedData(EmbedData Embed, string Url, string BadgeUrl, string Html);
