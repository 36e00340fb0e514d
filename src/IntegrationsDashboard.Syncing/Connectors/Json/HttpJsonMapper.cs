using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Syncing.Connectors.Json;

/// <summary>Turns a tool's records into those of a model.</summary>
internal sealed class HttpJsonMapper(ToolDefinition tool, HttpJsonResource resource, bool isDelta)
{
    private const int LongestId = 200;
    private readonly FieldMapping _id = resource.Fields.First(field => field.Field == "id");

    /// <summary>The record, or what else it says; nothing where it was removed before or cannot be read. And what is wrong with it.</summary>
    /// <exception cref="ConnectorException">A required field is missing.</exception>
    public (SyncItem? Item, IReadOnlyList<string> Complaints) Map(JsonNode? record)
    {
        if (record is not JsonObject)
        {
            return (null, [$"{tool.Label} gave a record of {resource.Model} that cannot be read: it is not an object."]);
        }

        var id = JsonPath.Text(JsonPath.Find(record, _id.Path));
        if (string.IsNullOrWhiteSpace(id))
        {
            throw Missing("a record", _id);
        }

        if (id.Length > LongestId)
        {
            return (null, [$"{tool.Label} gave a record of {resource.Model} that cannot be read: its id is longer than {LongestId} characters."]);
        }

        if (resource.RemovedField is { } removed && JsonPath.Find(record, removed)?.GetValueKind() == JsonValueKind.True)
        {
            return (isDelta ? new RecordGone(resource.Model, id) : null, []);
        }

        var data = new JsonObject();
        List<string> complaints = [];
        foreach (var field in resource.Fields)
        {
            if (field == _id)
            {
                data[field.Field] = id;
                continue;
            }

            var isThere = JsonPath.TryFind(record, field.Path, out var value);
            if (field.IsRequired && value is null)
            {
                throw Missing($"the record {id}", field);
            }

            if (!isThere)
            {
                complaints.Add($"The record {id} of {resource.Model} has no {field.Field} ({field.Path}).");
                continue;
            }

            data[field.Field] = value?.DeepClone();
        }

        return (new RecordFound(resource.Model, id, data), complaints);
    }

    private ConnectorException Missing(string record, FieldMapping field) => new(
        ConnectorFailure.Failure,
        $"{tool.Label} gave {record} of {resource.Model} without {field.Field} ({field.Path}), which is required. Fill it in there.",
        resource.Model);
}
