using System.Text.RegularExpressions;
using IntegrationsDashboard.Syncing.Connectors.Http;

namespace IntegrationsDashboard.Syncing.Connectors.Json;

/// <summary>Reads the <c>Link</c> header (RFC 8288).</summary>
internal static partial class NextLink
{
    /// <summary>Where <c>rel="next"</c> points; null where it does not.</summary>
    public static Uri? Of(ToolAnswer answer)
    {
        var target = answer.Links
            .SelectMany(header => Link().Matches(header))
            .FirstOrDefault(link => Relation().Match(link.Groups["parameters"].Value) is { Success: true } relation
                && relation.Groups["names"].Value.Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase))?
            .Groups["target"].Value;
        return target is null
            ? null
            : Uri.TryCreate(answer.Uri, target, out var uri) && uri.Scheme is "http" or "https"
                ? uri
                : throw ToolFailures.Unusable(answer.Tool, answer.Uri, "the link to its next page is no address", answer.Model);
    }

    [GeneratedRegex("<(?<target>[^>]*)>(?<parameters>(?:\\s*;\\s*[^\\s=;,]+(?:\\s*=\\s*(?:\"[^\"]*\"|[^\",;]*))?)*)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("\\brel\\s*=\\s*(?:\"(?<names>[^\"]*)\"|(?<names>[^\\s\",;]+))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Relation();
}
