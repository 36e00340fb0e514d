using IntegrationsDashboard.Syncing.Connectors.Http;

namespace IntegrationsDashboard.Syncing.Connectors.Json;

/// <summary>Reads tools that give lists of JSON over HTTP, as a <see cref="HttpJsonDefinition"/> describes them.</summary>
public sealed class HttpJsonConnector : IConnector
{
    /// <inheritdoc />
    public string Id => "http-json";

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The tool's definition cannot be right; the message says what.</exception>
    public ConnectorDescription Describe(ToolDefinition tool)
    {
        var definition = Definition(tool);
        return new ConnectorDescription(
            SignInMethods.Of(tool.Id, definition.SignIn),
            [
                .. definition.Resources.Select(resource => new ModelDescription(
                    resource.Model,
                    resource.Label,
                    [.. resource.Fields.Select(field => field.Field)],
                    [.. resource.Fields.Where(field => field.IsFilter).Select(field => field.Field)])),
            ],
            definition.Resources.All(resource => resource.ChangedSinceParameter is not null),
            "Address",
            tool.Address ?? "https://example.com");
    }

    /// <inheritdoc />
    public async Task CheckAsync(ConnectorContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        var definition = Definition(context.Tool);
        var client = Client(context, definition);
        if (definition.CheckPath is { } path)
        {
            (await client.GetAsync(client.At(path), null, ct)).RequireSuccess();
            return;
        }

        await HttpJsonReader.TryAsync(client, definition.Resources[0], ct);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<SyncItem> SyncAsync(ConnectorContext context, SyncOrder order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(order);
        var definition = Definition(context.Tool);
        var client = Client(context, definition);
        var resources = definition.Resources
            .Where(resource => order.Models.Contains(resource.Model) && !order.Filters.ExcludedModels.Contains(resource.Model))
            .ToDictionary(resource => resource.Model);
        return ModelLoop.ReadAsync([.. resources.Keys], model => new HttpJsonReader(client, resources[model]).ReadAsync(order.ChangedSince, ct), ct);
    }

    private static ToolClient Client(ConnectorContext context, HttpJsonDefinition definition) =>
        new(context, SignIn.For(context, SignInMethods.Of(context.Tool.Id, definition.SignIn), definition), "application/json");

    private static HttpJsonDefinition Definition(ToolDefinition tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        var definition = tool.HttpJson ?? throw Wrong("has no HttpJson, which says how to read it");
        if (definition.Resources.Count == 0)
        {
            throw Wrong("has no resources to read");
        }

        if (definition.SignIn.Contains(SignInMethods.OAuth2) && definition.TokenPath is null)
        {
            throw Wrong("signs in by oauth2 and lacks TokenPath");
        }

        return definition.Resources.FirstOrDefault(resource => resource.Fields.All(field => field.Field != "id")) is { } lacking
            ? throw Wrong($"has a resource \"{lacking.Model}\" without the field id")
            : definition;

        InvalidOperationException Wrong(string what) => new($"The tool \"{tool.Id}\" {what}; see the README.");
    }
}
