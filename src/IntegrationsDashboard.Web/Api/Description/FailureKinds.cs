using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Security;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Api.Description;

/// <summary>What the API's document says about failures, by HTTP status.</summary>
internal static class FailureKinds
{
    private static readonly Dictionary<int, (string Text, ApiErrorDetail Example)> Kinds = new()
    {
        [400] = (
            "The request is wrong; the message names every field that is, one a line.",
            ApiFailure.InputInvalid("end_user.organization_name: is required; give a text of 1 to 200 characters").Error),
        [401] = (
            "The API key is missing, not known, revoked, or has expired.",
            ApiFailure.AuthenticationInvalid(ApiKeyAuthentication.NotKnown).Error),
        [403] = ("The API key lacks the scope that the call needs.", ApiFailure.NotAllowed(Rights.Act).Error),
        [404] = (
            "What the request names is not there for this key.",
            ApiFailure.NotFound($"There is no integration with the id \"{CallExamples.IntegrationId}\".").Error),
        [413] = ("The body is too large.", ApiFailure.InputInvalid("The body has more than 1 MiB; send it in several calls.").Error),
        [415] = ("The content type is not one that the call understands.", ApiFailure.InputInvalid("The content type is \"text/plain\"; send application/json.").Error),
        [429] = ("The key has made too many requests; the header Retry-After says in how many seconds to try again.", ApiFailure.RateLimitExceeded(1).Error),
        [500] = ("Something went wrong in the dashboard, and nothing was changed.", ApiFailure.UnknownError().Error),
    };

    /// <summary>The name of a failure's response in the document.</summary>
    public static string NameOf(int status) => $"Failure{status}";

    /// <summary>A failure's response.</summary>
    public static OpenApiResponse Describe(int status, OpenApiDocument document)
    {
        var (text, example) = Kinds[status];
        var response = new OpenApiResponse
        {
            Description = text,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new()
                {
                    Schema = new OpenApiSchemaReference(nameof(ApiError), document),
                    Example = JsonSerializer.SerializeToNode(new ApiError(example), ApiJson.Wire.ApiError),
                },
            },
        };
        if (status == StatusCodes.Status429TooManyRequests)
        {
            response.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["Retry-After"] = new OpenApiHeader
                {
                    Description = "Seconds to wait.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" },
                },
            };
        }

        return response;
    }

    /// <summary>The schema of the envelope of failures.</summary>
    public static OpenApiSchema Envelope() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "A request that did not go well, and has changed nothing.",
        Required = new HashSet<string> { "status", "error" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.String, Const = "error" },
            ["error"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string> { "code", "title", "message", "log_url" },
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["code"] = InputSchema.Line("For programs, such as PLATFORM.INPUT_INVALID.", 100),
                    ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The code in words." },
                    ["message"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What exactly, and what to do about it." },
                    ["log_url"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "Where to read more; always null so far." },
                },
            },
        },
    };
}
