using System.Text.Json.Nodes;
using IntegrationsDashboard.Syncing.Connectors.Http;

namespace IntegrationsDashboard.Syncing.Connectors.Scim;

/// <summary>One page of a list response.</summary>
/// <param name="Resources">Its records.</param>
/// <param name="Total">How many records there are in all; null where the provider does not say.</param>
/// <param name="NextCursor">Where the next page begins; null where there is none.</param>
internal sealed record ScimPage(JsonArray Resources, int? Total, string? NextCursor)
{
    /// <summary>Reads it from an answer.</summary>
    /// <exception cref="ConnectorException">It is not one.</exception>
    public static ScimPage Of(ToolAnswer answer)
    {
        var list = answer.Json(ScimJson.Options) as JsonObject;
        int? total = list?["totalResults"] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

        // A list without records may leave them out.
        var resources = list?[nameof(Resources)] as JsonArray ?? (total == 0 ? [] : null);
        return resources is null
            ? throw ToolFailures.Unusable(answer.Tool, answer.Uri, "it is not a SCIM list", answer.Model)
            : new ScimPage(resources, total, ScimJson.Text(list, "nextCursor"));
    }
}
