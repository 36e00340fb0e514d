using IntegrationsDashboard.Store;
using System.Globalization;
using IntegrationsDashboard.Web.Reports;
using Microsoft.AspNetCore.Http.Features;

namespace IntegrationsDashboard.Web.Api.Events;

/// <summary>
/// <c>GET /v1/events</c> is a stream of the changes of status in the key's environment, from now on or after the event that the
/// header <c>Last-Event-ID</c> names.
/// </summary>
internal static class GetEvents
{
    /// <summary>The header that names the last event that a client has seen.</summary>
    public const string Header = "Last-Event-ID";

    public static void Map(RouteGroupBuilder group) => group.MapGet("/events", HandleAsync).Needs(Rights.Read);

    private static async Task HandleAsync(HttpContext context, ApiCaller caller, EventStream stream)
    {
        new QueryInput(context.Request.Query).ThrowIfAny();
        var after = ReadLastId(context.Request);
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache, no-store";

        // Proxies that collect answers before they pass them on would hold the events back.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        await stream.RunAsync(context, caller, after);
    }

    private static long? ReadLastId(HttpRequest request) =>
        request.Headers[Header] is not { Count: > 0 } values
            ? null
            : long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? id
                : throw InvalidInputException.With(Header, "is no id of an event; give the id of the last event you have seen, or leave it out to begin with the next");
}
