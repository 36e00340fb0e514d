using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using IntegrationsDashboard.Syncing.Connectors.Http;

namespace IntegrationsDashboard.Syncing.Connectors.Scim;

/// <summary>Goes from page to page of a SCIM list (RFC 7644, section 3.4.2.4; cursors by RFC 9865).</summary>
internal static class ScimPages
{
    /// <summary>The resources of each page.</summary>
    public static async IAsyncEnumerable<JsonArray> ReadAsync(
        ToolApi api, ScimProvider provider, string path, string model, string? filter, [EnumeratorCancellation] CancellationToken ct)
    {
        var start = 1;
        var cursor = "";
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var query = new List<(string, string)> { ("count", provider.PageSize.ToString(CultureInfo.InvariantCulture)) };
            query.Add(provider.UsesCursor ? ("cursor", cursor) : ("startIndex", start.ToString(CultureInfo.InvariantCulture)));
            if (filter is not null)
            {
                query.Add(("filter", filter));
            }

            var answer = (await api.GetAsync(api.At(path, query), model, ct))!.Json;

            // "Resources" may be left out of a list without results.
            var resources = answer["Resources"] as JsonArray ?? [];
            yield return resources;

            if (provider.UsesCursor)
            {
                cursor = answer["nextCursor"]?.ToString() ?? "";
                if (cursor.Length == 0)
                {
                    yield break;
                }

                if (!seen.Add(cursor))
                {
                    throw new ConnectorException(ConnectorFailure.Failure, $"The pages of {model} lead in a circle.", model);
                }
            }
            else
            {
                start += resources.Count;
                var total = answer["totalResults"] is JsonValue value && value.TryGetValue(out int number) ? number : 0;
                if (resources.Count == 0 || start > total)
                {
                    yield break;
                }
            }
        }
    }
}
