using System.Globalization;
using System.Text.Json;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Hosting;
using IntegrationsDashboard.Web.Security;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Api.Description;

/// <summary>The API's OpenAPI document at <c>/openapi/v1.json</c>, put together from what the calls say about themselves.</summary>
internal static class ApiDocument
{
    /// <summary>Its name.</summary>
    public const string Name = "v1";

    private const string Bearer = "ApiKey";

    /// <summary>Adds the document.</summary>
    public static void AddApiDocument(this IServiceCollection services)
    {
        // The document reads from here how answers are written.
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.NumberHandling = default;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Wire);
        });
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = call => CallOf(call.ActionDescriptor.EndpointMetadata) is not null;
            options.AddSchemaTransformer<AnswerSchemas>();
            options.AddOperationTransformer(Describe);
            options.AddDocumentTransformer(Frame);
        });
    }

    /// <summary>What a call says about itself.</summary>
    public static CallDescription? CallOf(IEnumerable<object> metadata) => metadata.OfType<CallDescription>().LastOrDefault();

    /// <summary>The name of a part of a path as programs write names.</summary>
    public static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static Rights RightsOf(IEnumerable<object> metadata) => metadata.OfType<CallRights>().LastOrDefault()?.Needed ?? Rights.None;

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var call = CallOf(context.Description.ActionDescriptor.EndpointMetadata)!;
        operation.OperationId = call.Id;
        operation.Summary = call.Summary;
        var needed = RightsOf(context.Description.ActionDescriptor.EndpointMetadata);
        operation.Description = $"{call.Text} {(needed == Rights.None ? "Any key may make this call." : $"Needs the scope {KeyScopes.WordOf(needed)}.")}".TrimStart();
        operation.Tags = new HashSet<OpenApiTagReference> { new(call.Tag, context.Document) };
        operation.Parameters = [.. call.Parameters];
        operation.RequestBody = call.Body is null
            ? null
            : new OpenApiRequestBody { Description = $"At most {call.Body.Most}.", Required = call.Body.IsRequired, Content = call.Body.Content.ToDictionary() };

        var made = operation.Responses?.GetValueOrDefault(Code(call.Answer.HttpStatus))?.Content?.Values.FirstOrDefault()?.Schema;
        operation.Responses = new OpenApiResponses
        {
            [Code(call.Answer.HttpStatus)] = new OpenApiResponse
            {
                Description = call.Answer.Text,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [call.Answer.ContentType] = new()
                    {
                        Schema = call.Answer.Type is null ? new OpenApiSchema { Type = JsonSchemaType.String } : made,
                        Example = call.Answer.Example?.DeepClone(),
                    },
                },
            },
        };
        if (context.Description.HttpMethod == HttpMethods.Get && call.Answer.Type is not null)
        {
            operation.Parameters.Add(CallParameters.Header(
                "If-None-Match", new OpenApiSchema { Type = JsonSchemaType.String, Description = "The ETag of an earlier answer." }));
            operation.Responses[Code(StatusCodes.Status304NotModified)] = new OpenApiResponse { Description = "Nothing has changed since the answer with this ETag." };
        }

        foreach (var status in call.AllFailures(needed))
        {
            operation.Responses[Code(status)] = new OpenApiResponseReference(FailureKinds.NameOf(status), context.Document);
        }

        return Task.CompletedTask;
    }

    private static Task Frame(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Integrations Dashboard",
            Version = Name,
            Description =
                "Base path /v1, JSON in snake_case, times as ISO 8601 UTC. Send the header \"Authorization: Bearer <API key of an environment>\". "
                + "Reads answer with an ETag: send it as If-None-Match, and what has not changed is answered with 304 and no body. "
                + "RateLimit and RateLimit-Policy say how many requests the key has left.",
        };
        document.Servers = context.ApplicationServices.GetRequiredService<DashboardOptions>().PublicUrl is { } address ? [new OpenApiServer { Url = address }] : [];
        var used = document.Paths.Values.SelectMany(path => path.Operations!.Values).SelectMany(call => call.Tags!).Select(tag => tag.Name).ToHashSet();
        document.Tags = CallTags.All.Where(tag => used.Contains(tag.Name)).Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Text }).ToHashSet();

        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[nameof(ApiError)] = FailureKinds.Envelope();
        document.Components.Responses = Failures(context).ToDictionary(FailureKinds.NameOf, status => (IOpenApiResponse)FailureKinds.Describe(status, document));
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The API key of an environment." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];

        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths)
        {
            paths[string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? SnakeCase(part) : part))] = item;
        }

        document.Paths = paths;
        return Task.CompletedTask;
    }

    private static IEnumerable<int> Failures(OpenApiDocumentTransformerContext context) => context.DescriptionGroups
        .SelectMany(group => group.Items)
        .Select(call => call.ActionDescriptor.EndpointMetadata)
        .SelectMany(metadata => CallOf(metadata)?.AllFailures(RightsOf(metadata)) ?? [])
        .Distinct()
        .Order();

    private static string Code(int status) => status.ToString(CultureInfo.InvariantCulture);
}
