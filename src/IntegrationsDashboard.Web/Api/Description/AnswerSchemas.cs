using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Api.Description;

/// <summary>Completes the schemas of answers: every field is always there, unless it says otherwise, and the envelope says "success".</summary>
internal sealed class AnswerSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Properties is { Count: > 0 } properties)
        {
            schema.Required = properties.Keys.Except(context.JsonTypeInfo.Properties.Where(MayBeLeftOut).Select(property => property.Name)).ToHashSet();
            if (context.JsonTypeInfo.Type is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ApiSuccess<>))
            {
                properties["status"] = new OpenApiSchema { Type = JsonSchemaType.String, Const = "success" };
            }
        }

        return Task.CompletedTask;
    }

    private static bool MayBeLeftOut(JsonPropertyInfo property) =>
        property.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: false) == true;
}
