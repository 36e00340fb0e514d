using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationsDashboard.Syncing.Connectors.Http;

namespace IntegrationsDashboard.Syncing.Connectors.Json;

/// <summary>Goes from page to page of a collection.</summary>
internal static partial class JsonPages
{
    /// <summary>The records of each page.</summary>
    /// <exception cref="ConnectorException">A page cannot be read, or the pages lead in a circle.</exception>
    public static async IAsyncEnumerable<JsonArray> ReadAsync(
        ToolApi api, HttpJsonResource resource, DateTimeOffset? changedSince, [EnumeratorCancellation] CancellationToken ct)
    {
        var paging = resource.Paging;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var position = paging.Kind == PagingKind.Page ? paging.FirstPage : 0;
        string? cursor = null;
        Uri? next = null;
        while (true)
        {
            var address = next ?? api.At(resource.Path, Query(resource, changedSince, position, cursor));
            if (!seen.Add(address.AbsoluteUri))
            {
                throw new ConnectorException(ConnectorFailure.Failure, $"The pages of {resource.Model} lead in a circle at {address.PathAndQuery}.", resource.Model);
            }

            var answer = (await api.GetAsync(address, resource.Model, ct))!;
            var records = JsonPath.Find(answer.Json, resource.Records).Value as JsonArray
                ?? throw new ConnectorException(
                    ConnectorFailure.Failure,
                    $"The answer for {resource.Model} has no list {(resource.Records.Length == 0 ? "as its body" : $"at \"{resource.Records}\"")}.",
                    resource.Model);
            yield return records;

            var isLast = paging.Kind switch
            {
                PagingKind.Page or PagingKind.Offset => records.Count < paging.Size,
                PagingKind.Cursor => (cursor = JsonPath.Text(JsonPath.Find(answer.Json, paging.CursorPath).Value)) is null or "",
                PagingKind.LinkHeader => (next = NextLink(answer, address)) is null,
                _ => true,
            };
            if (isLast)
            {
                yield break;
            }

            position += paging.Kind == PagingKind.Page ? 1 : records.Count;
        }
    }

    private static IEnumerable<(string Name, string Value)> Query(
        HttpJsonResource resource, DateTimeOffset? changedSince, int position, string? cursor)
    {
        var paging = resource.Paging;
        if (paging.Kind != PagingKind.None && paging.SizeParameter is { } size)
        {
            yield return (size, paging.Size.ToString(CultureInfo.InvariantCulture));
        }

        if (paging.Kind is PagingKind.Page or PagingKind.Offset)
        {
            yield return (paging.Parameter, position.ToString(CultureInfo.InvariantCulture));
        }
        else if (cursor is not null)
        {
            yield return (paging.Parameter, cursor);
        }

        if (changedSince is { } since && resource.ChangedSinceParameter is { } parameter)
        {
            yield return (parameter, since.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        }
    }

    private static Uri? NextLink(ToolAnswer answer, Uri current) =>
        answer.Headers.TryGetValues("Link", out var values)
        && values.SelectMany(value => Link().Matches(value)).FirstOrDefault() is { } match
            ? new Uri(current, match.Groups[1].Value)
            : null;

    // RFC 8288: the target in angle brackets, then parameters.
    [GeneratedRegex("""<([^>]*)>(?:\s*;\s*[^,;="]+="?[^",;]*"?)*?\s*;\s*rel="?next"?""", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
