using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Syncing.Connectors.Scim;

/// <summary>One type of resource and how it becomes a model.</summary>
/// <param name="path">Where its records are, such as <c>Users</c>.</param>
/// <param name="requiredName">The attribute that a record needs beside its id.</param>
/// <param name="description">The model.</param>
internal abstract class ScimModel(string path, string requiredName, ModelDescription description)
{
    private const int LongestId = 200;

    public string Id => Description.Id;

    public string Path { get; } = path;

    public ModelDescription Description { get; } = description;

    /// <summary>The record, nothing where it cannot be read, and what is wrong with it.</summary>
    /// <exception cref="ConnectorException">A required attribute is missing.</exception>
    public (RecordFound? Record, string? Complaint) Map(ToolDefinition tool, JsonNode? node)
    {
        if (node is not JsonObject resource)
        {
            return (null, $"{tool.Label} gave a record of {Id} that cannot be read: it is not an object.");
        }

        try
        {
            var id = ScimJson.Text(resource, "id") ?? throw Missing(tool, "a record", "id");
            if (id.Length > LongestId)
            {
                return (null, $"{tool.Label} gave a record of {Id} that cannot be read: its id is longer than {LongestId} characters.");
            }

            if (ScimJson.Text(resource, requiredName) is null)
            {
                throw Missing(tool, $"the record {id}", requiredName);
            }

            var data = Fields(resource);
            return (new RecordFound(Id, id, data), Complaint(id, data));
        }
        catch (ArgumentException)
        {
            return (null, $"{tool.Label} gave a record of {Id} that cannot be read: it has an attribute twice.");
        }
    }

    /// <summary>The model's fields.</summary>
    protected abstract JsonObject Fields(JsonObject resource);

    /// <summary>What a record lacks that it should have; null where nothing.</summary>
    protected virtual string? Complaint(string id, JsonObject data) => null;

    private ConnectorException Missing(ToolDefinition tool, string record, string field) => new(
        ConnectorFailure.Failure, $"{tool.Label} gave {record} of {Id} without {field}, which is required. Fill it in there.", Id);
}
