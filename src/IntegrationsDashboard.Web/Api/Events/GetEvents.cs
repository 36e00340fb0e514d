using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Api.Integrations;
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

    public static void Map(RouteGroupBuilder group) => group.MapGet("/events", HandleAsync).Describes(
        new CallDescription("streamEvents", CallTags.Events, "Hear of changes of status")
        {
            Text =
                "Server-sent events of the key's environment as they happen, in order; the answer does not end by itself. A client that was cut off sends "
                + "the last id it has seen and misses nothing. A comment comes every 15 seconds, so that a silent stream is known to live. "
                + "The stream ends when the key is revoked or has expired.",
            Parameters =
            [
                CallParameters.Header(
                    Header,
                    InputSchema.Line("The id of the last event that was seen; left out, the stream begins with what happens next.", 18, pattern: "^[0-9]+$")),
            ],
            Answer = CallAnswer.Stream("text/event-stream", Example) with { Text = "The stream, as long as client, key and dashboard live." },
            Failures = [400],
        }).Needs(Rights.Read);

    // How a stream may begin.
    private static string Example => string.Join(
        '\n',
        "retry: 3000",
        "id: 4711",
        "",
        "id: 4712",
        "event: integration-state-changed",
        "data: " + JsonNode.Parse(
            $$"""
            {
              "integration_id": "{{CallExamples.IntegrationId}}", "tool": { "id": "personio", "label": "Personio" }, "category": "HRIS",
              "end_user": { "organization_name": "Acme", "creator_email": "hr@acme.example", "origin_id": "customer-1" },
              "from": "active", "to": "sync-failing", "sync_id": "acme-2", "occurred_at": "2026-11-24T02:10:00Z", "status": {{StatusData.Example}}
            }
            """)!.ToJsonString(),
        "",
        "");

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
