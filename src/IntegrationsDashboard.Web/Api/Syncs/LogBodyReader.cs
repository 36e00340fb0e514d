using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Reports;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary>Reads reported log entries, either one JSON object a line or as one JSON array.</summary>
internal static class LogBodyReader
{
    private static readonly string[] LineTypes = ["application/x-ndjson", "application/ndjson", "application/jsonl"];

    /// <summary>What is read, by content type, for the API's document.</summary>
    public static IReadOnlyDictionary<string, OpenApiMediaType> Content()
    {
        const string entry =
            """
            {"seq": 2, "at": "2026-11-24T02:09:00Z", "level": "ERROR", "message": "Personio answered 503", "model": "employees", "http": {"method": "GET", "url": "https://api.personio.example/employees?page=2", "status": 503, "duration_ms": 812}}
            """;
        return new Dictionary<string, OpenApiMediaType>
        {
            ["application/json"] = new()
            {
                Schema = InputSchema.List("The entries.", LogEntryInput.Schema(), ReportLimits.LogEntries),
                Example = new JsonArray(JsonNode.Parse(entry)),
            },
            ["application/x-ndjson"] = new()
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The same entries, one JSON object a line." },
                Example = $"{entry}\n",
            },
        };
    }

    /// <summary>Reads all entries, or none.</summary>
    /// <exception cref="InvalidInputException">An entry is wrong, or there are more than <see cref="ReportLimits.LogEntries"/>.</exception>
    /// <exception cref="Api.ApiFailureException">The content type is another one, or the body is too large.</exception>
    public static async Task<IReadOnlyList<LogReport>> ReadAsync(HttpRequest request, DateTimeOffset now)
    {
        var byLine = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && LineTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase);
        if (!byLine && !request.HasJsonContentType())
        {
            throw RequestBody.WrongType(request, "application/x-ndjson with one entry a line, or application/json with a list");
        }

        var bytes = await RequestBody.BytesAsync(request, PostLogs.Most);
        var problems = new InputProblems();
        var entries = byLine ? Lines(bytes, problems, now) : List(bytes, problems, now);
        problems.ThrowIfAny();
        return entries;
    }

    private static List<LogReport> Lines(ReadOnlyMemory<byte> bytes, InputProblems problems, DateTimeOffset now)
    {
        var entries = new List<LogReport>();
        var count = 0;
        for (var number = 1; !bytes.IsEmpty; number++)
        {
            var end = bytes.Span.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? default : bytes[(end + 1)..];
            if (line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            if (++count > ReportLimits.LogEntries)
            {
                throw TooMany();
            }

            try
            {
                using var json = JsonInput.Parse(line);
                Add(entries, json.RootElement, problems, now, $"line {number}: ");
            }
            catch (InvalidInputException exception)
            {
                problems.Add($"line {number}", exception.Message);
            }
        }

        return entries;
    }

    private static List<LogReport> List(ReadOnlyMemory<byte> bytes, InputProblems problems, DateTimeOffset now)
    {
        using var json = JsonInput.Parse(bytes, "body");
        if (json.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw InvalidInputException.With("body", "must be a list of entries; send single entries as application/x-ndjson");
        }

        if (json.RootElement.GetArrayLength() > ReportLimits.LogEntries)
        {
            throw TooMany();
        }

        var entries = new List<LogReport>(json.RootElement.GetArrayLength());
        var index = 0;
        foreach (var element in json.RootElement.EnumerateArray())
        {
            Add(entries, element, problems, now, $"[{index++}].");
        }

        return entries;
    }

    private static void Add(List<LogReport> entries, JsonElement element, InputProblems problems, DateTimeOffset now, string prefix)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add(prefix.TrimEnd('.', ':', ' '), "must be an object");
        }
        else if (LogEntryInput.Read(new InputReader(element, problems, now, prefix)) is { } entry)
        {
            entries.Add(entry);
        }
    }

    private static InvalidInputException TooMany() =>
        InvalidInputException.With("body", "has more than 10,000 entries; send them in several calls");
}
