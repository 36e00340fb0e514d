namespace IntegrationsDashboard.Web.Embedding;

/// <summary>What one copies to show a status elsewhere.</summary>
/// <param name="Url">The absolute address of the page.</param>
/// <param name="BadgeUrl">The absolute address of the image.</param>
/// <param name="Frame">The frame, as HTML.</param>
/// <param name="BadgeHtml">The image, as HTML.</param>
/// <param name="BadgeMarkdown">The image, as Markdown.</param>
public sealed record EmbedSnippet(string Url, string BadgeUrl, string Frame, string BadgeHtml, string BadgeMarkdown);
