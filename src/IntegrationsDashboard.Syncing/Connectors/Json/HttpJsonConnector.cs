using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationsDashboard.Syncing.Connectors.Http;

namespace IntegrationsDashboard.Syncing.Connectors.Json;

/// <summary>Reads any tool that answers JSON over HTTP, as its <see cref="HttpJsonDefinition"/> says.</summary>
public sealed class HttpJsonConnector : IConnector
{
    private const string IdField = "id";

    /// <inheritdoc/>
    public string Id => "http-json";

    /// <inheritdoc/>
    public ConnectorDescription Describe(ToolDefinition tool)
    {
        var definition = Definition(tool);
        return new ConnectorDescription(
            [.. definition.SignIn.Select(id => SignInMethods.All[id])],
            [
                .. definition.Resources.Select(resource => new ModelDescription(
                    resource.Model,
                    resource.Label,
                    [.. resource.Fields.Select(field => field.Field)],
                    [.. resource.Fields.Where(field => field.IsFilter).Select(field => field.Field)])),
            ],
            definition.Resources.All(resource => resource.ChangedSinceParameter is not null),
            $"Address of {tool.Label}",
            "https://api.example.com");
    }

    /// <inheritdoc/>
    public async Task CheckAsync(ConnectorContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        var definition = Definition(context.Tool);
        var api = new ToolApi(context);
        var resource = definition.Resources[0];
        var size = definition.CheckPath is null && resource.Paging is { Kind: not PagingKind.None, SizeParameter: { } name } ? new[] { (name, "1") } : [];
        await api.GetAsync(api.At(definition.CheckPath ?? resource.Path, size), null, ct);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<SyncItem> SyncAsync(ConnectorContext context, SyncOrder order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(order);
        var resources = Definition(context.Tool).Resources.ToDictionary(resource => resource.Model);
        var api = new ToolApi(context);
        return ModelReader.ReadAsync(
            [.. order.Models.Where(resources.ContainsKey)], model => ReadAsync(api, resources[model], order.ChangedSince, ct), ct);
    }

    private static HttpJsonDefinition Definition(ToolDefinition tool) =>
        tool.HttpJson ?? throw new InvalidOperationException($"The tool \"{tool.Id}\" has no HttpJson section, which its connector needs.");

    private static async IAsyncEnumerable<SyncItem> ReadAsync(
        ToolApi api, HttpJsonResource resource, DateTimeOffset? changedSince, [EnumeratorCancellation] CancellationToken ct)
    {
        var warnings = new WarningBudget(resource.Model);
        await foreach (var page in JsonPages.ReadAsync(api, resource, changedSince, ct))
        {
            foreach (var record in page)
            {
                foreach (var item in Map(resource, record, warnings))
                {
                    yield return item;
                }
            }
        }

        foreach (var rest in warnings.Rest())
        {
            yield return rest;
        }
    }

    private static IEnumerable<SyncItem> Map(HttpJsonResource resource, JsonNode? record, WarningBudget warnings)
    {
        var id = JsonPath.Text(JsonPath.Find(record, resource.Fields.FirstOrDefault(field => field.Field == IdField)?.Path ?? IdField).Value);
        if (record is not JsonObject || id is not { Length: > 0 and <= 200 })
        {
            return warnings.Add($"A record of {resource.Model} cannot be read: it is {Kind(record)} without an id. It was left out.");
        }

        if (resource.RemovedField is { } removed && JsonPath.Find(record, removed).Value?.GetValueKind() == JsonValueKind.True)
        {
            return [new RecordGone(resource.Model, id)];
        }

        var data = new JsonObject();
        var items = new List<SyncItem>();
        foreach (var field in resource.Fields)
        {
            var (exists, value) = JsonPath.Find(record, field.Path);
            if (field.IsRequired && value is null)
            {
                throw new ConnectorException(
                    ConnectorFailure.Failure, $"The record {id} of {resource.Model} lacks the required field \"{field.Path}\".", resource.Model);
            }

            if (!exists)
            {
                items.AddRange(warnings.Add($"The record {id} of {resource.Model} lacks the field \"{field.Path}\"."));
            }

            data[field.Field] = value?.DeepClone();
        }

        items.Add(new RecordFound(resource.Model, id, data));
        return items;
    }

    private static string Kind(JsonNode? record) => record switch
    {
        JsonObject => "an object",
        JsonArray => "a list",
        null => "empty",
        _ => "a plain value",
    };
}
