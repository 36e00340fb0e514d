using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Components.ApiReference;

/// <summary>A field as the page shows it.</summary>
/// <param name="Path">Its place within the body, such as <c>end_user.creator_email</c> or <c>models[].name</c>.</param>
/// <param name="Schema">What it may hold.</param>
/// <param name="IsRequired">Whether it has to be there.</param>
public sealed record SchemaRow(string Path, IOpenApiSchema Schema, bool IsRequired)
{
    private const int Deepest = 8;

    /// <summary>The schema itself, where null is one of two choices.</summary>
    public static IOpenApiSchema Whole(IOpenApiSchema schema) =>
        schema.OneOf?.FirstOrDefault(choice => choice.Type != JsonSchemaType.Null) ?? schema;

    /// <summary>Whether null may stand there.</summary>
    public bool MayBeNull => Schema.Type?.HasFlag(JsonSchemaType.Null) == true || Schema.OneOf?.Any(choice => choice.Type == JsonSchemaType.Null) == true;

    /// <summary>All fields of an object or of a list's items, those within others included.</summary>
    public static IEnumerable<SchemaRow> Of(IOpenApiSchema schema, string prefix = "", int depth = 0)
    {
        schema = Whole(schema);
        if (schema.Items is { } items)
        {
            (schema, prefix) = (Whole(items), $"{prefix}[]");
        }

        if (schema.Properties is null || depth == Deepest)
        {
            yield break;
        }

        foreach (var (name, property) in schema.Properties)
        {
            var path = prefix.Length == 0 ? name : $"{prefix}.{name}";
            yield return new SchemaRow(path, property, schema.Required?.Contains(name) == true);
            foreach (var inner in Of(property, path, depth + 1))
            {
                yield return inner;
            }
        }
    }
}
