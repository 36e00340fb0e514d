using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Syncing.Connectors.Scim;

/// <summary>The groups of RFC 7643, section 4.2.</summary>
internal sealed class ScimGroups() : ScimModel("Groups", "displayName", new ModelDescription(
    "groups",
    "Groups",
    ["id", "display_name", "member_count", "member_ids", "created", "last_modified"],
    ["display_name"]))
{
    protected override JsonObject Fields(JsonObject resource)
    {
        var members = ScimJson.Several(resource, "members").Select(member => ScimJson.Text(member, "value")).OfType<string>().ToList();
        return new JsonObject
        {
            ["id"] = ScimJson.Text(resource, "id"),
            ["display_name"] = ScimJson.Text(resource, "displayName"),
            ["member_count"] = members.Count,
            ["member_ids"] = new JsonArray([.. members.Select(id => JsonValue.Create(id))]),
            ["created"] = ScimJson.Text(resource["meta"], "created"),
            ["last_modified"] = ScimJson.Text(resource["meta"], "lastModified"),
        };
    }
}
