using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using IntegrationsDashboard.Syncing.Connectors.Http;
using IntegrationsDashboard.Syncing.Connectors.Json;

namespace IntegrationsDashboard.Syncing.Connectors.Scim;

/// <summary>Reads the users and groups of a SCIM 2.0 server (RFC 7643, RFC 7644; cursors by RFC 9865).</summary>
public sealed class ScimConnector : IConnector
{
    private const string Users = "users";
    private const string Groups = "groups";

    private static readonly ConnectorDescription Description = new(
        [SignInMethods.Bearer, SignInMethods.Basic],
        [
            new ModelDescription(Groups, "Groups", ScimRecords.GroupFields, []),
            new ModelDescription(Users, "Users", ScimRecords.UserFields, ["department", "location", "groups"]),
        ],
        HasDelta: true,
        "SCIM base URL",
        "https://scim.example.com/v2");

    /// <inheritdoc/>
    public string Id => "scim";

    /// <inheritdoc/>
    public ConnectorDescription Describe(ToolDefinition tool) => Description;

    /// <inheritdoc/>
    public async Task CheckAsync(ConnectorContext context, CancellationToken ct)
    {
        var api = new ToolApi(context);
        await ProviderAsync(api, ct);

        // Servers may show their configuration to anybody; the users tell whether the credentials are good.
        var answer = await api.GetAsync(api.At("Users", [("count", "1")]), null, ct);
        if (answer!.Json is not JsonObject list || list["totalResults"] is null)
        {
            throw new ConnectorException(
                ConnectorFailure.Failure, "The address answers, but not as a SCIM 2.0 server does. Enter the base URL, without \"/Users\" at its end.");
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SyncItem> SyncAsync(
        ConnectorContext context, SyncOrder order, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        var api = new ToolApi(context);
        var provider = await ProviderAsync(api, ct);
        var filter = order.ChangedSince is { } since && provider.CanFilter
            ? string.Create(CultureInfo.InvariantCulture, $"meta.lastModified gt \"{since.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}\"")
            : null;

        // Groups first: some servers say who is in a group only there.
        var groups = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var models = new[] { Groups, Users }.Where(order.Models.Contains).ToList();
        await foreach (var item in ModelReader.ReadAsync(models, model => ReadAsync(api, provider, model, filter, groups, ct), ct))
        {
            yield return item;
        }
    }

    private static async Task<ScimProvider> ProviderAsync(ToolApi api, CancellationToken ct) =>
        await api.GetAsync(api.At("ServiceProviderConfig", []), null, ct, mayLack: true) is { } answer
            ? ScimProvider.Read(answer.Json)
            : ScimProvider.Unknown;

    private static async IAsyncEnumerable<SyncItem> ReadAsync(
        ToolApi api,
        ScimProvider provider,
        string model,
        string? filter,
        Dictionary<string, List<string>> groups,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var warnings = new WarningBudget(model);
        await foreach (var page in ScimPages.ReadAsync(api, provider, model == Users ? "Users" : "Groups", model, filter, ct))
        {
            foreach (var resource in page)
            {
                foreach (var item in Map(model, resource, groups, warnings))
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

    private static IEnumerable<SyncItem> Map(
        string model, JsonNode? resource, Dictionary<string, List<string>> groups, WarningBudget warnings)
    {
        if (resource is not JsonObject fields || JsonPath.Text(fields["id"]) is not { Length: > 0 and <= 200 } id)
        {
            return warnings.Add($"One of the {model} cannot be read: it has no id. It was left out.");
        }

        var (required, name) = model == Users ? ("userName", fields["userName"]) : ("displayName", fields["displayName"]);
        if (JsonPath.Text(name) is not { Length: > 0 } label)
        {
            throw new ConnectorException(ConnectorFailure.Failure, $"The record {id} of {model} lacks the required field \"{required}\".", model);
        }

        if (model == Users)
        {
            var record = ScimRecords.User(fields, groups);
            IEnumerable<SyncItem> flaws = record["email"] is null ? warnings.Add($"The user {id} has no e-mail address.") : [];
            return [.. flaws, new RecordFound(model, id, record)];
        }

        foreach (var member in ScimRecords.Members(fields))
        {
            (groups.TryGetValue(member, out var names) ? names : groups[member] = []).Add(label);
        }

        return [new RecordFound(model, id, ScimRecords.Group(fields))];
    }
}
