using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Syncing.Connectors.Json;

/// <summary>Finds things in JSON by names joined by dots.</summary>
internal static class JsonPath
{
    /// <summary>What is at a path; null where nothing is, or a null. The empty path is the node itself.</summary>
    public static JsonNode? Find(JsonNode? node, string path) => TryFind(node, path, out var found) ? found : null;

    /// <summary>Whether something is at a path, be it a null.</summary>
    public static bool TryFind(JsonNode? node, string path, out JsonNode? found)
    {
        found = node;
        if (path.Length == 0)
        {
            return true;
        }

        foreach (var name in path.Split('.'))
        {
            if (found is not JsonObject parent)
            {
                // A null on the way says "no value" just as a null at the end.
                return found is null && node is not null;
            }

            if (!parent.TryGetPropertyValue(name, out found))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text of a value that is a text or a number; null for others.</summary>
    public static string? Text(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.Number => node.ToJsonString(),
        _ => null,
    };
}
