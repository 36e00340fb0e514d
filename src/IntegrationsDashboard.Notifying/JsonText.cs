using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace IntegrationsDashboard.Notifying;

/// <summary>Writes JSON objects as webhooks are sent them.</summary>
internal static class JsonText
{
    // What has to be escaped is, but names in any script stay readable.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes one object.</summary>
    /// <param name="writeMembers">Writes what is in it.</param>
    public static string Of(Action<Utf8JsonWriter> writeMembers)
    {
        var text = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(text, Readable))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }
}
