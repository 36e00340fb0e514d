using System.Text.Json.Nodes;
using Json.Schema;

namespace IntegrationsDashboard.Web.Tests.Api.Documented;

/// <summary>The API as its OpenAPI document tells of it.</summary>
public sealed class DocumentedApi
{
    private readonly JsonObject _document;

    private DocumentedApi(JsonObject document)
    {
        _document = document;
        Operations =
        [
            .. from path in document["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               select new DocumentedOperation(this, operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject()),
        ];
    }

    public IReadOnlyList<DocumentedOperation> Operations { get; }

    /// <summary>The operations by id.</summary>
    public DocumentedOperation this[string id] => Operations.Single(operation => operation.Id == id);

    /// <summary>Reads the document of a dashboard, as anyone can.</summary>
    public static async Task<DocumentedApi> ReadAsync(TestDashboard dashboard) =>
        new(JsonNode.Parse((await dashboard.Api(null).GetAsync("/openapi/v1.json")).Text)!.AsObject());

    /// <summary>What a reference within the document leads to, or the node itself.</summary>
    public JsonObject Follow(JsonNode node) =>
        node["$ref"]?.GetValue<string>() is { } reference
            ? reference.Split('/')[1..].Aggregate((JsonNode)_document, (at, name) => at[name]!).AsObject()
            : node.AsObject();

    /// <summary>A validator.</summary>
    /// <param name="schema">A schema of the document.</param>
    /// <param name="closed">Whether fields that the document does not name are wrong.</param>
    public JsonSchema Validator(JsonNode schema, bool closed = false)
    {
        var whole = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["allOf"] = new JsonArray(schema.DeepClone()) };
        whole["$defs"] = _document["components"]!["schemas"]!.DeepClone();
        if (closed)
        {
            Close(whole);
        }

        return JsonSchema.FromText(whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
    }

    /// <summary>What is wrong with a value; empty where nothing is.</summary>
    public static string Problems(JsonSchema validator, JsonNode? value)
    {
        var result = validator.Evaluate(value, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid
            ? ""
            : string.Join('\n', result.Details.Where(part => part.HasErrors).SelectMany(part => part.Errors!.Select(error => $"{part.InstanceLocation}: {error.Value}")).DefaultIfEmpty("invalid"));
    }

    private static void Close(JsonNode? node)
    {
        if (node is JsonObject @object)
        {
            foreach (var (_, value) in @object.ToArray())
            {
                Close(value);
            }

            if (@object["type"] is JsonValue type && type.GetValueKind() == System.Text.Json.JsonValueKind.String && type.GetValue<string>() == "object")
            {
                @object["additionalProperties"] = false;
            }
        }
        else if (node is JsonArray array)
        {
            foreach (var value in array)
            {
                Close(value);
            }
        }
    }
}
