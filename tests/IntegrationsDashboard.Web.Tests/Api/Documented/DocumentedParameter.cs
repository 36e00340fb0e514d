using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Web.Tests.Api.Documented;

/// <summary>A part of a path, a query or the headers as the document tells of it.</summary>
public sealed class DocumentedParameter(JsonObject node)
{
    public string Name { get; } = node["name"]!.GetValue<string>();

    public string Place { get; } = node["in"]!.GetValue<string>();

    public JsonObject Schema { get; } = node["schema"]!.AsObject();

    /// <summary>Its example as it is sent; null where there is none.</summary>
    public string? Example { get; } = node["example"]?.ToString();
}
