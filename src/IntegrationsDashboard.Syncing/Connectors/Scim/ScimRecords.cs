using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationsDashboard.Syncing.Connectors.Json;

namespace IntegrationsDashboard.Syncing.Connectors.Scim;

/// <summary>Turns SCIM resources (RFC 7643, section 4) into records.</summary>
internal static class ScimRecords
{
    private const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    /// <summary>The fields of a user.</summary>
    public static IReadOnlyList<string> UserFields { get; } =
        ["id", "user_name", "display_name", "given_name", "family_name", "email", "active", "title", "department", "location", "groups", "created_at", "updated_at"];

    /// <summary>The fields of a group.</summary>
    public static IReadOnlyList<string> GroupFields { get; } = ["id", "display_name", "member_ids", "created_at", "updated_at"];

    /// <summary>A user's record.</summary>
    /// <param name="user">The resource.</param>
    /// <param name="groups">The names of groups by member, for servers that leave them out of the user.</param>
    public static JsonObject User(JsonObject user, IReadOnlyDictionary<string, List<string>> groups)
    {
        var id = user["id"]!.ToString();
        var own = (user["groups"] as JsonArray)?.Select(group => group?["display"] ?? group?["value"]).OfType<JsonNode>().Select(name => name.ToString());
        return new JsonObject
        {
            ["id"] = id,
            ["user_name"] = Copy(user["userName"]),
            ["display_name"] = Copy(user["displayName"]),
            ["given_name"] = Copy(Child(user["name"], "givenName")),
            ["family_name"] = Copy(Child(user["name"], "familyName")),
            ["email"] = Copy(Primary(user["emails"], "value")),
            ["active"] = user["active"]?.GetValueKind() != JsonValueKind.False,
            ["title"] = Copy(user["title"]),
            ["department"] = Copy(Child(user[Enterprise], "department")),
            ["location"] = Copy(Primary(user["addresses"], "locality")),
            ["groups"] = new JsonArray([.. (own ?? groups.GetValueOrDefault(id) ?? []).Order(StringComparer.Ordinal).Select(name => (JsonNode)name)]),
            ["created_at"] = Copy(Child(user["meta"], "created")),
            ["updated_at"] = Copy(Child(user["meta"], "lastModified")),
        };
    }

    /// <summary>A group's record.</summary>
    public static JsonObject Group(JsonObject group) => new()
    {
        ["id"] = group["id"]!.ToString(),
        ["display_name"] = Copy(group["displayName"]),
        ["member_ids"] = new JsonArray([.. Members(group).Order(StringComparer.Ordinal).Select(id => (JsonNode)id)]),
        ["created_at"] = Copy(Child(group["meta"], "created")),
        ["updated_at"] = Copy(Child(group["meta"], "lastModified")),
    };

    /// <summary>The ids of a group's members.</summary>
    public static IEnumerable<string> Members(JsonObject group) =>
        (group["members"] as JsonArray)?.Select(member => JsonPath.Text(Child(member, "value"))).OfType<string>() ?? [];

    private static JsonNode? Primary(JsonNode? values, string field)
    {
        var all = (values as JsonArray)?.OfType<JsonObject>().ToList() ?? [];
        var chosen = all.Find(value => value["primary"]?.GetValueKind() == JsonValueKind.True) ?? all.FirstOrDefault();
        return chosen?[field];
    }

    private static JsonNode? Child(JsonNode? node, string name) => (node as JsonObject)?[name];

    private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();
}
