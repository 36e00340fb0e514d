using System.Text.Json.Nodes;
using IntegrationsDashboard.Web.Reports;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Api.Description;

/// <summary>What stands in the paths, queries and headers of calls.</summary>
internal static class CallParameters
{
    /// <summary>The integration that the path names.</summary>
    public static OpenApiParameter IntegrationId => Path(
        "id", InputSchema.Line("The integration's id.", 65, pattern: ReportLimits.IntegrationIdPattern), CallExamples.IntegrationId);

    /// <summary>The sync that the path names.</summary>
    public static OpenApiParameter SyncId => Path(
        "sync_id", InputSchema.Line("The sync's id, as whoever reports it chose it. It is unique within the environment.", 100, pattern: ReportLimits.SyncIdPattern), CallExamples.SyncId);

    /// <summary>A part of the path.</summary>
    public static OpenApiParameter Path(string name, OpenApiSchema schema, string example) => Of(ParameterLocation.Path, name, schema, example, required: true);

    /// <summary>A part of the query.</summary>
    public static OpenApiParameter Query(string name, OpenApiSchema schema, JsonNode? example = null, bool required = false) =>
        Of(ParameterLocation.Query, name, schema, example, required);

    /// <summary>A header.</summary>
    public static OpenApiParameter Header(string name, OpenApiSchema schema, JsonNode? example = null, bool required = false) =>
        Of(ParameterLocation.Header, name, schema, example, required);

    private static OpenApiParameter Of(ParameterLocation place, string name, OpenApiSchema schema, JsonNode? example, bool required)
    {
        var text = schema.Description;
        schema.Description = null;
        return new OpenApiParameter { In = place, Name = name, Description = text, Schema = schema, Example = example, Required = required };
    }
}
