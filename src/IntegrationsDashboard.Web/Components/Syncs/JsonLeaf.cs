using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationsDashboard.Web.Components.Syncs;

/// <summary>Writes JSON for people.</summary>
public static class JsonLeaf
{
    /// <summary>As much of a value as a line shows.</summary>
    public const int Shown = 1_000;

    // Razor encodes what comes out: whatever a body holds, it is shown as text.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Indented = new(Plain) { WriteIndented = true };

    /// <summary>A value without children, as JSON writes it: a string has its quotation marks.</summary>
    public static string Line(JsonElement value) => value.ValueKind == JsonValueKind.String ? Quote(value.GetString()!) : value.GetRawText();

    /// <summary>A name or a string in quotation marks.</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text, Plain);

    /// <summary>What copying a value gives: the text itself of a string, JSON of anything else.</summary>
    public static string Copy(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Object or JsonValueKind.Array => JsonSerializer.Serialize(value, Indented),
        _ => value.GetRawText(),
    };
}
