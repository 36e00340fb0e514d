using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Syncing.Connectors.Scim;

/// <summary>What a SCIM server says it can do (RFC 7643, section 5; paging by RFC 9865, section 4).</summary>
/// <param name="CanFilter">Whether it takes filters.</param>
/// <param name="UsesCursor">Whether it pages by cursor.</param>
/// <param name="PageSize">How many resources to ask for at once.</param>
internal sealed record ScimProvider(bool CanFilter, bool UsesCursor, int PageSize)
{
    private const int UsualPageSize = 100;

    /// <summary>What holds where a server does not say.</summary>
    public static ScimProvider Unknown { get; } = new(false, false, UsualPageSize);

    /// <summary>Reads a ServiceProviderConfig.</summary>
    public static ScimProvider Read(JsonNode config)
    {
        var paging = config["pagination"];
        var most = Number(paging?["maxPageSize"]) ?? Number(config["filter"]?["maxResults"]) ?? UsualPageSize;
        return new ScimProvider(
            Flag(config["filter"]?["supported"]),
            Flag(paging?["cursor"]) && (!Flag(paging?["index"]) || paging?["defaultPaginationMethod"]?.ToString() == "cursor"),
            Math.Clamp(most, 1, UsualPageSize));
    }

    private static bool Flag(JsonNode? node) => node?.GetValueKind() == System.Text.Json.JsonValueKind.True;

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue(out int number) && number > 0 ? number : null;
}
