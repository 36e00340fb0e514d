using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Syncing.Connectors.Scim;

/// <summary>The users of RFC 7643, section 4.1, with the enterprise extension.</summary>
internal sealed class ScimUsers() : ScimModel("Users", "userName", new ModelDescription(
    "users",
    "Users",
    [
        "id", "user_name", "display_name", "first_name", "last_name", "email", "active", "title", "department", "location", "groups",
        "created", "last_modified",
    ],
    ["department", "location", "groups", "active", "title"]))
{
    private const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    protected override JsonObject Fields(JsonObject resource) => new()
    {
        ["id"] = ScimJson.Text(resource, "id"),
        ["user_name"] = ScimJson.Text(resource, "userName"),
        ["display_name"] = ScimJson.Text(resource, "displayName"),
        ["first_name"] = ScimJson.Text(resource["name"], "givenName"),
        ["last_name"] = ScimJson.Text(resource["name"], "familyName"),
        ["email"] = ScimJson.Text(Main(resource, "emails"), "value"),
        ["active"] = ScimJson.Flag(resource, "active"),
        ["title"] = ScimJson.Text(resource, "title"),
        ["department"] = ScimJson.Text(resource[Enterprise], "department"),
        ["location"] = ScimJson.Text(Main(resource, "addresses"), "locality"),
        ["groups"] = new JsonArray(
        [
            .. ScimJson.Several(resource, "groups")
                .Select(group => ScimJson.Text(group, "display") ?? ScimJson.Text(group, "value"))
                .OfType<string>()
                .Select(name => JsonValue.Create(name)),
        ]),
        ["created"] = ScimJson.Text(resource["meta"], "created"),
        ["last_modified"] = ScimJson.Text(resource["meta"], "lastModified"),
    };

    // The other attributes are often empty for good reasons; a user whom nobody can write to is worth a look.
    protected override string? Complaint(string id, JsonObject data) => data["email"] is null ? $"The record {id} of users has no email." : null;

    private static JsonObject? Main(JsonObject resource, string name)
    {
        var values = ScimJson.Several(resource, name).ToList();
        return values.Find(value => ScimJson.Flag(value, "primary") == true)
            ?? values.Find(value => ScimJson.Text(value, "type") == "work")
            ?? values.FirstOrDefault();
    }
}
