using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>What a tool answered, whatever the status.</summary>
internal sealed record ToolAnswer(ToolDefinition Tool, Uri Uri, string? Model, int Status, byte[] Body, IReadOnlyList<string> Links)
{
    public bool IsSuccess => ToolFailures.IsSuccess(Status);

    /// <summary>Makes sure that the answer is successful.</summary>
    /// <exception cref="ConnectorException">It is not.</exception>
    public void RequireSuccess()
    {
        if (!IsSuccess)
        {
            throw ToolFailures.FromStatus(Tool, Uri, Status, Model);
        }
    }

    /// <summary>The JSON of a successful answer.</summary>
    /// <exception cref="ConnectorException">It is not successful, or not JSON.</exception>
    public JsonNode? Json(JsonNodeOptions? options = null)
    {
        RequireSuccess();
        try
        {
            return Parse(options);
        }
        catch (JsonException e)
        {
            throw ToolFailures.Unusable(Tool, Uri, "it is not JSON", Model, e);
        }
    }

    /// <summary>A text of the answer's JSON object, such as an error's code; null where there is none, or no JSON.</summary>
    public string? Find(string field)
    {
        try
        {
            return (Parse(null) as JsonObject)?[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A name that comes twice would only be found when it is looked at.
    private JsonNode? Parse(JsonNodeOptions? options) =>
        JsonNode.Parse(Body, options, new JsonDocumentOptions { AllowDuplicateProperties = false });
}
