using IntegrationsDashboard.Syncing.Connectors.Http;

namespace IntegrationsDashboard.Syncing.Connectors.Scim;

/// <summary>Reads users and groups by SCIM 2.0 (RFC 7643, RFC 7644), by cursors (RFC 9865) where they are offered.</summary>
public sealed class ScimConnector : IConnector
{
    private static readonly ScimModel[] Models = [new ScimUsers(), new ScimGroups()];

    /// <inheritdoc />
    public string Id => "scim";

    /// <inheritdoc />
    public ConnectorDescription Describe(ToolDefinition tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        return new ConnectorDescription(
            Methods(tool),
            [.. Models.Select(model => model.Description)],
            HasDelta: true,
            "SCIM base URL",
            tool.Address ?? "https://example.com/scim/v2");
    }

    /// <inheritdoc />
    public async Task CheckAsync(ConnectorContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        var client = Client(context);
        await ScimSupport.AskAsync(client, ct);

        // The configuration may be open to everybody; one user proves the credentials.
        var users = Models[0];
        var answer = await client.GetAsync(client.At(users.Path, [new("count", "1")]), users.Id, ct);
        ScimPage.Of(answer);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<SyncItem> SyncAsync(
        ConnectorContext context,
        SyncOrder order,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(order);
        var client = Client(context);
        var support = await ScimSupport.AskAsync(client, ct);
        var models = Models
            .Where(model => order.Models.Contains(model.Id) && !order.Filters.ExcludedModels.Contains(model.Id))
            .ToDictionary(model => model.Id);
        var items = ModelLoop.ReadAsync(
            [.. models.Keys],
            model => new ScimReader(client, context.Journal, support, models[model]).ReadAsync(order.ChangedSince, ct),
            ct);
        await foreach (var item in items)
        {
            yield return item;
        }
    }

    private static ToolClient Client(ConnectorContext context) =>
        new(context, SignIn.For(context, Methods(context.Tool), null), "application/scim+json", "application/json");

    private static IReadOnlyList<SignInMethod> Methods(ToolDefinition tool) => SignInMethods.Of(tool.Id, [SignInMethods.Bearer, SignInMethods.Basic]);
}
