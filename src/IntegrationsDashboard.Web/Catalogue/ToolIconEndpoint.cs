using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace IntegrationsDashboard.Web.Catalogue;

/// <summary><c>GET /tools/{tool}/icon.svg</c> draws a tool's icon. Public: pages, mails and clients of the API show it.</summary>
internal static class ToolIconEndpoint
{
    /// <summary>The address of a tool's icon.</summary>
    public static string Path(string tool) => $"/tools/{tool}/icon.svg";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tools/{tool}/icon.svg", Handle).AllowAnonymous();

    private static IResult Handle(string tool, HttpResponse response)
    {
        if (!ToolCatalogue.IsId(tool))
        {
            return TypedResults.NotFound();
        }

        var svg = Encoding.UTF8.GetBytes(ToolIcon.Svg(tool));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(svg).AsSpan(0, 8))}\"");

        // The drawing changes with a new version of the dashboard at the most: a day without asking, then a short answer by the tag.
        response.Headers.CacheControl = "public, max-age=86400";
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(svg, "image/svg+xml", entityTag: tag);
    }
}
