using System.Globalization;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary>
/// <c>GET /v1/syncs/{sync_id}/logs</c> reads the log of a sync in its order. The cursor is the sequence number after which to go on,
/// so that the log of a running sync can be followed. A page with bodies ends early where these grow large.
/// </summary>
internal static class GetLogs
{
    /// <summary>How many characters the bodies of a page have before it ends; one entry may have that many alone.</summary>
    private const int MostBodies = 4 * 1024 * 1024;

    private const int MostEntries = 1000;
    private const string Bodies = "bodies";

    public static void Map(RouteGroupBuilder group) => group.MapGet("/syncs/{syncId}/logs", HandleAsync).Describes(
        new CallDescription("getLogs", CallTags.Syncs, "Read a sync's log")
        {
            Text =
                "The entries in their order. The cursor is the sequence number after which to go on, so that the log of a running sync can be followed. "
                + "A page with bodies ends early where these grow large.",
            Parameters =
            [
                CallParameters.SyncId,
                CallParameters.Query("level", InputSchema.Word<LogEntryLevel>("Only entries of this level and above."), "INFO"),
                CallParameters.Query("include", InputSchema.OneOf("Whether the bodies of requests and responses come along.", Bodies), Bodies),
                CallParameters.Query("cursor", InputSchema.Whole("The sequence number after which to go on.", 0, int.MaxValue)),
                PageCursor.Size(MostEntries),
            ],
            Answer = CallAnswer.Of<LogPageData>(
                """
                {
                  "entries": [
                    {
                      "seq": 2, "at": "2026-11-24T02:09:58Z", "level": "ERROR", "message": "Reading employees failed", "model": "employees",
                      "http": {
                        "method": "GET", "url": "https://api.personio.example/v1/employees", "status": 503, "duration_ms": 812,
                        "response_body": "{\"error\":\"maintenance\"}"
                      }
                    }
                  ],
                  "next": null
                }
                """),
            Failures = [400, 404],
        }).Needs(Rights.Read);

    private static async Task<IResult> HandleAsync(string syncId, HttpContext context, ApiCaller caller, RequestedSync requested, LogQueries logs)
    {
        var query = new QueryInput(context.Request.Query);
        var filter = new LogFilter(query.Word<LogEntryLevel>("level") ?? LogEntryLevel.Debug);
        var after = query.Whole("cursor", 0, int.MaxValue);
        var size = PageCursor.ReadSize(query, MostEntries);
        var withBodies = query.OneOf("include", Bodies) is not null;
        query.ThrowIfAny();

        var ct = context.RequestAborted;
        var sync = await requested.FindAsync(caller, syncId, ct);
        if (after == int.MaxValue)
        {
            return ApiAnswer.Ok(new LogPageData([], null));
        }

        var from = after + 1 ?? 0;
        var (page, more) = withBodies
            ? await TakeAsync(logs.WithBodiesAsync(sync, filter, from, ct), size)
            : Cut(await logs.EntriesAsync(sync, filter, from, backward: false, size + 1, ct), size);
        return ApiAnswer.Ok(new LogPageData(
            [.. page.Select(Describe)], more ? page[^1].Entry.Seq.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static (IReadOnlyList<LogReport> Page, bool More) Cut(IReadOnlyList<LogEntry> entries, int size) =>
        ([.. entries.Take(size).Select(entry => new LogReport(entry))], entries.Count > size);

    private static async Task<(IReadOnlyList<LogReport> Page, bool More)> TakeAsync(IAsyncEnumerable<LogReport> entries, int size)
    {
        var page = new List<LogReport>();
        var bodies = 0L;
        await foreach (var entry in entries)
        {
            if (page.Count == size || bodies >= MostBodies)
            {
                return (page, true);
            }

            page.Add(entry);
            bodies += (entry.RequestBody?.Length ?? 0) + (entry.ResponseBody?.Length ?? 0);
        }

        return (page, false);
    }

    private static LogEntryData Describe(LogReport report)
    {
        var entry = report.Entry;
        return new LogEntryData
        {
            Seq = entry.Seq,
            At = entry.At,
            Level = Words<LogEntryLevel>.Of(entry.Level),
            Message = entry.Message,
            Model = entry.Model,
            Http = entry is { HttpMethod: { } method, HttpUrl: { } url }
                ? new LogHttpData(method, url, entry.HttpStatus, entry.HttpDurationMs, report.RequestBody, report.ResponseBody)
                : null,
        };
    }
}
