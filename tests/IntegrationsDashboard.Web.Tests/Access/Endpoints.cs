using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace IntegrationsDashboard.Web.Tests.Access;

/// <summary>What a dashboard listens to, as it maps it itself; files that are the same for everyone left out.</summary>
public static class Endpoints
{
    /// <summary>All of it, each as "PAGE /path" or "METHOD /path".</summary>
    public static IReadOnlyList<string> Of(TestDashboard dashboard) =>
    [
        .. dashboard.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !PathOf(endpoint).StartsWith("/_framework/", StringComparison.Ordinal))
            .SelectMany(Names)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Names(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
            ? [$"PAGE {PathOf(endpoint)}"]
            : (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["ANY"])
                .Select(method => $"{method} {PathOf(endpoint)}");

    private static string PathOf(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText!.Trim('/')}";
}
