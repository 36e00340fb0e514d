using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Syncing.Connectors.Scim;

/// <summary>Reads attributes, whose names SCIM does not tell apart by case.</summary>
internal static class ScimJson
{
    public static JsonNodeOptions Options { get; } = new() { PropertyNameCaseInsensitive = true };

    /// <summary>The text of an attribute; null where it has none.</summary>
    public static string? Text(JsonNode? parent, string name) =>
        parent is JsonObject owner && owner[name] is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    /// <summary>The objects of an attribute with several values.</summary>
    public static IEnumerable<JsonObject> Several(JsonNode? parent, string name) =>
        parent is JsonObject owner && owner[name] is JsonArray values ? values.OfType<JsonObject>() : [];

    /// <summary>Whether an attribute is true; null where it is neither true nor false.</summary>
    public static bool? Flag(JsonNode? parent, string name) => (parent as JsonObject)?[name]?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        // Some providers write it as a text.
        JsonValueKind.String => bool.TryParse(Text(parent, name), out var flag) ? flag : null,
        _ => null,
    };
}
