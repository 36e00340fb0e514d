using System.Net;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Web.Catalogue;
using IntegrationsDashboard.Web.Texts;

namespace IntegrationsDashboard.Web.Embedding;

/// <summary>Writes what one copies to show a status elsewhere. Each call makes a token of its own; all of them work alike.</summary>
public sealed class EmbedSnippets(EmbedTokens tokens)
{
    /// <summary>Writes it.</summary>
    /// <param name="embed">What is shown.</param>
    /// <param name="absolute">Makes an address of the dashboard's own absolute.</param>
    /// <param name="language">The language that it speaks; null for each reader's own.</param>
    /// <param name="theme">The colours.</param>
    public EmbedSnippet Of(Embed embed, Func<string, string> absolute, string? language = null, EmbedTheme theme = EmbedTheme.Auto)
    {
        ArgumentNullException.ThrowIfNull(embed);
        ArgumentNullException.ThrowIfNull(absolute);
        var query = string.Join('&', new[]
        {
            theme == EmbedTheme.Auto ? null : $"theme={theme.ToString().ToLowerInvariant()}",
            language is null ? null : $"lang={language}",
        }.Where(part => part is not null));
        var token = tokens.Create(embed);
        var url = absolute(Links.Embed(token)) + (query.Length == 0 ? "" : $"?{query}");
        var badge = absolute(Links.EmbedBadge(token)) + (query.Length == 0 ? "" : $"?{query}");
        var label = ToolCatalogue.Label(IntegrationNames.ToolOf(embed.IntegrationId));
        var title = WebUtility.HtmlEncode(label);
        return new EmbedSnippet(
            url,
            badge,
            $"""<iframe src="{WebUtility.HtmlEncode(url)}" title="{title}" width="400" height="260" loading="lazy"></iframe>""",
            $"""<img src="{WebUtility.HtmlEncode(badge)}" alt="{title}" height="24">""",
            $"![{label.Replace("]", "\\]", StringComparison.Ordinal)}]({badge})");
    }
}
