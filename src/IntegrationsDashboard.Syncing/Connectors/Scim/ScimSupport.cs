using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationsDashboard.Syncing.Connectors.Http;

namespace IntegrationsDashboard.Syncing.Connectors.Scim;

/// <summary>What a provider says that it can do.</summary>
/// <param name="Filter">Whether it takes filter expressions.</param>
/// <param name="Cursor">Whether it pages by cursors (RFC 9865).</param>
/// <param name="PageSize">How many records to ask for at a time.</param>
internal sealed record ScimSupport(bool Filter, bool Cursor, int PageSize)
{
    private const int UsualPage = 200;

    /// <summary>Asks for the provider's configuration; one that keeps it to itself counts as the least demanding that SCIM allows.</summary>
    /// <exception cref="ConnectorException">There was no usable answer, or the credentials were refused.</exception>
    public static async Task<ScimSupport> AskAsync(ToolClient client, CancellationToken ct)
    {
        var answer = await client.GetAsync(client.At("ServiceProviderConfig"), null, ct);
        if (answer.Status is 400 or 403 or 404 or 405 or 501)
        {
            // A provider without it may filter all the same; where not, the first filter tells.
            return new ScimSupport(Filter: true, Cursor: false, UsualPage);
        }

        var config = answer.Json(ScimJson.Options) as JsonObject
            ?? throw ToolFailures.Unusable(client.Tool, answer.Uri, "its configuration is not an object", null);
        var filter = config["filter"] as JsonObject;
        var pagination = config["pagination"] as JsonObject;
        int[] limits = [UsualPage, Limit(filter?["maxResults"]), Limit(pagination?["maxPageSize"])];
        return new ScimSupport(filter?["supported"]?.GetValueKind() == JsonValueKind.True, pagination?["cursor"]?.GetValueKind() == JsonValueKind.True, limits.Min());
    }

    private static int Limit(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var limit) && limit > 0 ? limit : UsualPage;
}
