using System.Text.Json;
using System.Text.Unicode;

namespace IntegrationsDashboard.Web.Reports;

/// <summary>Turns bytes into JSON, or says where they are not JSON.</summary>
internal static class JsonInput
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>The bytes without the mark that some editors put before UTF-8.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    /// <summary>Reads one JSON value. The bytes must stay as they are until the document is disposed.</summary>
    /// <exception cref="InvalidInputException">They are not UTF-8, or not JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> bytes, string path = "")
    {
        if (!Utf8.IsValid(bytes.Span))
        {
            throw InvalidInputException.With(path, "is not valid UTF-8; send JSON in UTF-8");
        }

        try
        {
            return JsonDocument.Parse(bytes, Options);
        }
        catch (JsonException exception)
        {
            // Of all that it can complain about, only a field given twice has no position.
            throw InvalidInputException.With(path, exception.LineNumber is null
                ? $"holds the field \"{exception.Message.Split('\'').ElementAtOrDefault(1)}\" twice; give it once"
                : $"is not valid JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
        }
        catch (InvalidOperationException)
        {
            throw InvalidInputException.With(path, "holds a field whose name is not valid Unicode; rename it");
        }
    }
}
