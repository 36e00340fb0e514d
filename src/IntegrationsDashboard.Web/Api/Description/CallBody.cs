using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Api.Description;

/// <summary>The body of a request.</summary>
/// <param name="Content">What it may look like, by content type.</param>
/// <param name="IsRequired">Whether it has to be there.</param>
internal sealed record CallBody(IReadOnlyDictionary<string, OpenApiMediaType> Content, bool IsRequired)
{
    /// <summary>What it says about its size, such as "1 MiB".</summary>
    public string Most { get; init; } = InMebibytes(RequestBody.Most);

    /// <summary>Whether its content type matters.</summary>
    public bool IsLookedInto { get; init; } = true;

    /// <summary>A JSON body.</summary>
    /// <param name="schema">What it may look like.</param>
    /// <param name="example">One that the call takes, as JSON.</param>
    /// <param name="required">Whether it has to be there.</param>
    public static CallBody Json(OpenApiSchema schema, string example, bool required = true) => new(
        new Dictionary<string, OpenApiMediaType>
        {
            ["application/json"] = new OpenApiMediaType { Schema = schema, Example = JsonNode.Parse(example) },
        },
        required);

    /// <summary>A size in bytes as people say it.</summary>
    public static string InMebibytes(int bytes) => $"{bytes / (1024 * 1024)} MiB";
}
