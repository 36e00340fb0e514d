using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace IntegrationsDashboard.Web.Api;

/// <summary>
/// Answers whatever no call answers: 405 with the methods that there are where the path is known, else 404. Keeps every
/// address of the API out of the reach of the pages' own catch-all.
/// </summary>
internal static class UnknownCall
{
    public static void Map(RouteGroupBuilder group) => group.Map("/{**path}", Handle).WithOrder(int.MaxValue);

    private static async Task Handle(HttpContext context, EndpointDataSource endpoints)
    {
        var methods = endpoints.Endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => Matches(endpoint.RoutePattern, context.Request.Path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (methods.Length > 0)
        {
            context.Response.Headers.Allow = string.Join(", ", methods);
        }

        await ApiFailure
            .Of(methods.Length > 0 ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status404NotFound, context.Request)
            .WriteAsync(context);
    }

    private static bool Matches(RoutePattern pattern, PathString path) =>
        pattern.RawText is { } text
        && text.StartsWith(ApiEndpoints.Root, StringComparison.OrdinalIgnoreCase)
        && new TemplateMatcher(TemplateParser.Parse(text), []).TryMatch(path, []);
}
