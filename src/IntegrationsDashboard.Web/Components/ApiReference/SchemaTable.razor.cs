using System.Globalization;
using IntegrationsDashboard.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Components.ApiReference;

/// <summary>Fields with what they may hold and what they mean.</summary>
public partial class SchemaTable
{
    // That a text holds no control characters needs no telling.
    private const string AnyText = "^[^\\u0000";

    /// <summary>The fields.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<SchemaRow> Rows { get; set; } = [];

    /// <summary>What the table is about.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Whether it says which fields have to be there; in answers all are.</summary>
    [Parameter]
    public bool ShowRequired { get; set; } = true;

    private string TypeOf(SchemaRow row)
    {
        var name = Name(SchemaRow.Whole(row.Schema));
        return row.MayBeNull && (!ShowRequired || row.IsRequired) ? Text["OrNull", name] : name;
    }

    private string Name(IOpenApiSchema schema) => (schema.Type & ~JsonSchemaType.Null) switch
    {
        JsonSchemaType.String when schema.Format == "date-time" => Text["TypeTime"],
        JsonSchemaType.String => Text["TypeText"],
        JsonSchemaType.Integer => Text["TypeWhole"],
        JsonSchemaType.Number => Text["TypeNumber"],
        JsonSchemaType.Boolean => Text["TypeFlag"],
        JsonSchemaType.Array => Text["TypeList"],
        _ => Text["TypeObject"],
    };

    private static IReadOnlyList<string> Words(SchemaRow row) => SchemaRow.Whole(row.Schema) switch
    {
        { Enum: { Count: > 0 } words } => [.. words.Where(word => word is not null && !word.IsJsonNullSentinel()).Select(word => $"{word}")],
        { Const: { Length: > 0 } word } => [word],
        _ => [],
    };

    private string Limits(IOpenApiSchema schema)
    {
        var limits = new List<string>();
        if (schema.MaxLength is { } most)
        {
            limits.Add(Text["Characters", schema.MinLength ?? 0, most.ToString("N0", CultureInfo.CurrentCulture)]);
        }

        if (schema.Minimum is { } least && schema.Maximum is { } greatest)
        {
            limits.Add(Text["Between", least, greatest]);
        }

        if (schema.MaxItems is { } items)
        {
            limits.Add(Text["Items", items.ToString("N0", CultureInfo.CurrentCulture)]);
        }

        return string.Join(" · ", limits);
    }

    private static string? Pattern(IOpenApiSchema schema) =>
        schema is { Format: null, Pattern: { } pattern } && !pattern.StartsWith(AnyText, StringComparison.Ordinal) ? pattern : null;
}
