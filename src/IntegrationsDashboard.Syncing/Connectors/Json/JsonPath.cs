using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Syncing.Connectors.Json;

/// <summary>Finds values by names joined by dots.</summary>
internal static class JsonPath
{
    /// <summary>The value at the path, with whether there is a property at all: one that is there may be null.</summary>
    public static (bool Exists, JsonNode? Value) Find(JsonNode? node, string path)
    {
        if (path.Length == 0)
        {
            return (true, node);
        }

        foreach (var name in path.Split('.'))
        {
            if (node is not JsonObject fields || !fields.TryGetPropertyValue(name, out node))
            {
                return (false, null);
            }
        }

        return (true, node);
    }

    /// <summary>The text of a value that is a text or a number; null for any other.</summary>
    public static string? Text(JsonNode? node) =>
        node?.GetValueKind() is System.Text.Json.JsonValueKind.String or System.Text.Json.JsonValueKind.Number ? node.ToString() : null;
}
