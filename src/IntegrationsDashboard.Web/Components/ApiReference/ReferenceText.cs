using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Web.Components.ApiReference;

/// <summary>Puts examples into lines.</summary>
internal static class ReferenceText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON over several lines, or the text itself.</summary>
    public static string Pretty(JsonNode example) =>
        example is JsonValue value && value.TryGetValue(out string? text) ? text : example.ToJsonString(Indented);
}
