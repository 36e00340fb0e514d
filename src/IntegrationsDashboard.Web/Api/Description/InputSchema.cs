using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationsDashboard.Web.Reports;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Api.Description;

/// <summary>
/// The schemas of what requests bring, one for each way in which <see cref="InputReader"/> reads a field, so that a call can say
/// beside its reader what that takes. Fields that nobody asks for are ignored, so no object is closed.
/// </summary>
internal static class InputSchema
{
    private const string OneLine = @"^[^\u0000-\u001F]*$";
    private const string NoNul = @"^[^\u0000]*$";

    /// <summary>An object.</summary>
    public static OpenApiSchema Object(string? text, params InputField[] fields) => new()
    {
        Type = JsonSchemaType.Object,
        Description = text,
        Properties = fields.ToDictionary(field => field.Name, field => (IOpenApiSchema)field.Schema),
        Required = fields.Where(field => field.IsRequired).Select(field => field.Name).ToHashSet(),
    };

    /// <summary>A field that has to be there.</summary>
    public static InputField Required(string name, OpenApiSchema schema) => new(name, schema, IsRequired: true);

    /// <summary>A field that may be left out, or null.</summary>
    public static InputField Optional(string name, OpenApiSchema schema)
    {
        schema.Type |= JsonSchemaType.Null;
        schema.Enum?.Add(JsonNullSentinel.JsonNull);
        return new InputField(name, schema, IsRequired: false);
    }

    /// <summary>A text on one line.</summary>
    public static OpenApiSchema Line(string text, int most, int least = 1, string pattern = OneLine, string? format = null) => new()
    {
        Type = JsonSchemaType.String,
        Description = text,
        MinLength = least == 0 ? null : least,
        MaxLength = most,
        Pattern = pattern,
        Format = format,
    };

    /// <summary>An e-mail address.</summary>
    public static OpenApiSchema Email(string text) => Line(text, ReportLimits.CreatorEmail, pattern: @"^[^\u0000-\u001F]*@[^\u0000-\u001F]*$", format: "email");

    /// <summary>A text of any number of lines.</summary>
    public static OpenApiSchema Text(string text, int most, int least = 1) => Line(text, most, least, NoNul);

    /// <summary>One of the words of an enumeration.</summary>
    public static OpenApiSchema Word<T>(string text)
        where T : struct, Enum => OneOf(text, [.. Enum.GetValues<T>().Select(Words<T>.Of)]);

    /// <summary>One of some words.</summary>
    public static OpenApiSchema OneOf(string text, params string[] words) => new()
    {
        Type = JsonSchemaType.String,
        Description = text,
        Enum = [.. words.Select(word => JsonValue.Create(word))],
    };

    /// <summary>An instant.</summary>
    public static OpenApiSchema Instant(string text) => new()
    {
        Type = JsonSchemaType.String,
        Format = "date-time",
        Pattern = ReportLimits.InstantPattern,
        Description = $"{text} With an offset from UTC; not before 2000, nor more than 5 minutes in the future.",
    };

    /// <summary>A whole number.</summary>
    public static OpenApiSchema Whole(string text, long least, long most) => new()
    {
        Type = JsonSchemaType.Integer,
        Description = text,
        Minimum = least.ToString(CultureInfo.InvariantCulture),
        Maximum = most.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>True or false.</summary>
    public static OpenApiSchema Flag(string text) => new() { Type = JsonSchemaType.Boolean, Description = text };

    /// <summary>A list.</summary>
    public static OpenApiSchema List(string text, OpenApiSchema items, int most) => new()
    {
        Type = JsonSchemaType.Array,
        Description = text,
        Items = items,
        MaxItems = most,
    };
}
