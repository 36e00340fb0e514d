using System.Text;
using System.Text.Json.Nodes;
using Json.Schema;

namespace IntegrationsDashboard.Web.Tests.Api.Documented;

#pragma warning disable CA5394 // Chance that can be repeated is what is wanted here.

/// <summary>Makes requests that are surely bad out of the document's good ones.</summary>
public sealed class BadRequests(DocumentedApi api, ConnectedExamples ids, int seed)
{
    private const string Json = "application/json";
    private const string Lines = "application/x-ndjson";
    private static readonly string[] Methods = ["PATCH", "PURGE", "TRACE", "OPTIONS", "GET", "POST", "PUT", "DELETE"];
    private static readonly string[] Types = ["text/plain", "text/csv", "application/xml", "application/octet-stream", "multipart/form-data", "nonsense", "", "application/x-www-form-urlencoded", "\"", "text/html; charset=\u00e9"];
    private static readonly string[] Keys = ["", "Bearer", "Bearer ", "Bearer wrong", "Basic a2V5", $"Bearer {TestDashboard.ProductionKey}x", TestDashboard.ProductionKey, "Bearer \u00e9", $"Basic {TestDashboard.ProductionKey}"];
    private readonly Random _random = new(seed);
    private readonly BadValues _values = new(seed);
    private readonly Dictionary<JsonNode, JsonSchema> _validators = [];

    /// <summary>The next one, and the call that it was made of; null where it is not meant for any.</summary>
    public (DocumentedRequest Request, DocumentedOperation? Operation) Next()
    {
        while (true)
        {
            var operation = api.Operations[_random.Next(api.Operations.Count)];
            var type = operation.Bodies.Count == 0 ? null : operation.Bodies.Keys.ElementAt(_random.Next(operation.Bodies.Count));
            var good = operation.Example(ids.In, type);
            switch (_random.Next(16))
            {
                case 0:
                    return (good with { Authorization = Pick(Keys) }, operation);
                case 1:
                    var allowed = api.Operations.Where(other => other.Path == operation.Path).Select(other => other.Method);
                    return (good with { Method = Pick([.. Methods.Except(allowed)]) }, null);
                case 2:
                    return (good with { Path = $"/v1/~{Uri.EscapeDataString(_values.Segment())}/{Uri.EscapeDataString(_values.Segment())}" }, null);
                case 3 or 4 when BadParameter(operation, good) is { } request:
                    return (request, operation);
                case 5 when operation.Statuses.Contains(415):
                    return (good with { ContentType = Pick(Types) }, operation);
                case 6 or 7 or 8 when type is not null && Broken(good) is { } request:
                    return (request, operation);
                case > 8 when type is not null && Wrong(operation, good) is { } request:
                    return (request, operation);
                case > 8 when type is null && operation.Parameters.Any(parameter => parameter.Place == "query"):
                    return (BadQuery(operation, good), operation);
            }
        }
    }

    private DocumentedRequest? BadParameter(DocumentedOperation operation, DocumentedRequest good)
    {
        if (operation.Parameters.Count == 0)
        {
            return null;
        }

        var parameter = operation.Parameters[_random.Next(operation.Parameters.Count)];
        var bad = parameter.Place == "header" ? _values.HeaderText() : parameter.Place == "query" ? _values.QueryText(parameter.Schema) : _values.Segment();
        if (bad is null || parameter.Name == "If-None-Match" || IsValid(parameter.Schema, JsonValue.Create(bad)))
        {
            // A text of the right shape names nothing; that is bad enough where a call makes nothing of it, and so is a cursor that no list gave.
            if (bad is null || !(parameter.Place == "path" ? operation.Method is "GET" or "DELETE" : parameter is { Place: "query", Name: "cursor" }))
            {
                return null;
            }
        }

        return parameter.Place switch
        {
            "path" => good with
            {
                Path = operation.Path.Split('/').Select(part =>
                    part == $"{{{parameter.Name}}}" ? Uri.EscapeDataString(bad) : part.StartsWith('{') ? Uri.EscapeDataString(ids.Sync) : part)
                    .Aggregate((path, part) => $"{path}/{part}"),
            },
            "query" => good with { Path = $"{good.Path.Split('?')[0]}?{parameter.Name}={Uri.EscapeDataString(bad)}" },
            _ => good with { Headers = good.Headers.Where(header => header.Key != parameter.Name).Append(new(parameter.Name, bad)).ToDictionary() },
        };
    }

    // Parameters that the call does not have, or that are there twice.
    private DocumentedRequest BadQuery(DocumentedOperation operation, DocumentedRequest good)
    {
        var parameters = operation.Parameters.Where(parameter => parameter.Place == "query").ToArray();
        var name = parameters[_random.Next(parameters.Length)].Name;
        var query = _random.Next(2) == 0
            ? $"{Uri.EscapeDataString($"{name}{_values.Segment()}")}={Uri.EscapeDataString(_values.Segment())}"
            : $"{name}=1&{name}=2";
        return good with { Path = $"{good.Path.Split('?')[0]}?{query}" };
    }

    // Bytes that are no JSON.
    private DocumentedRequest? Broken(DocumentedRequest good)
    {
        var text = (good.Body ?? "{}").Trim();
        switch (_random.Next(6))
        {
            case 0 when text.Length > 1 && good.ContentType == Json:
                return good with { Body = text[.._random.Next(1, text.Length)] };
            case 1:
                var bytes = Encoding.UTF8.GetBytes(text);
                bytes[_random.Next(bytes.Length)] = (byte)(0xF8 + _random.Next(8));
                return good with { Bytes = bytes };
            case 2 when text.StartsWith("{\"", StringComparison.Ordinal):
                return good with { Body = $"{text[..text.IndexOf(':', StringComparison.Ordinal)]}:1,{text[1..]}" };
            case 3:
                var depth = _random.Next(65, 5000);
                return good with { Body = $"{new string('[', depth)}{new string(']', depth)}" };
            case 4:
                return good with { Body = text + Pick(["}", "]", ",", "x", "\0", "//", "\u2028"]) };
            case 5 when _random.Next(20) == 0 && good.ContentType == Json && !text.StartsWith('['):
                return good with { Body = $$"""{"huge":"{{new string('x', 1024 * 1024)}}"}""" };
            default:
                return null;
        }
    }

    // JSON that is not as the schema says.
    private DocumentedRequest? Wrong(DocumentedOperation operation, DocumentedRequest good)
    {
        var schema = operation.Bodies[Json]["schema"]!;
        var body = operation.Bodies[Json]["example"]?.DeepClone() ?? new JsonObject();
        body = JsonNode.Parse(ids.In(body.ToJsonString()))!;
        var changed = _values.Change(body, schema.AsObject(), out var isSurelyBad);
        if (good.ContentType == Lines && changed is not JsonArray { Count: > 0 })
        {
            return null;
        }

        if (!isSurelyBad && IsValid(schema, changed))
        {
            return null;
        }

        var text = good.ContentType == Lines
            ? string.Join('\n', changed!.AsArray().Select(_values.Write))
            : _values.Write(changed);
        return good with { Body = text };
    }

    private bool IsValid(JsonNode schema, JsonNode? value)
    {
        if (!_validators.TryGetValue(schema, out var validator))
        {
            validator = _validators[schema] = api.Validator(schema);
        }

        return validator.Evaluate(value).IsValid;
    }

    private string Pick(string[] values) => values[_random.Next(values.Length)];
}
