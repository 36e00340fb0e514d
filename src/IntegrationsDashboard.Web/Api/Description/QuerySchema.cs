using IntegrationsDashboard.Web.Reports;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Api.Description;

/// <summary>The schemas of what queries bring, one for each way in which only <see cref="QueryInput"/> reads a parameter.</summary>
internal static class QuerySchema
{
    /// <summary>A text.</summary>
    public static OpenApiSchema Text(string text, int most) => new()
    {
        Type = JsonSchemaType.String,
        Description = text,
        MinLength = 1,
        MaxLength = most,
    };

    /// <summary>Some of the given words, parted by commas.</summary>
    public static OpenApiSchema SomeOf(string text, params string[] words)
    {
        var any = $"({string.Join('|', words)})";
        return new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Description = text,
            Pattern = $"^{any}(,{any})*$",
        };
    }
}
