using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Security;

namespace IntegrationsDashboard.Web.Components.Syncs;

/// <summary>A sync's log as a file of one JSON object a line, in the form in which logs are reported.</summary>
internal static class LogDownload
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void MapLogDownload(this WebApplication app) => app.MapGet("/integrations/{id}/syncs/{syncId}/log.ndjson", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string id, string syncId, ClaimsPrincipal caller, AccessControl control, PeopleQueries people, SyncQueries syncs, LogQueries logs, CancellationToken ct)
    {
        if (await control.FindAsync(caller, ct) is not { } access
            || await people.WorkspaceOfAsync(id, access.WorkspaceIds, ct) is not { } workspaceId
            || await syncs.FindAsync(access.ScopeOf(workspaceId)!.Value, id, syncId, ct) is not { } sync)
        {
            return Results.NotFound();
        }

        return Results.Stream(
            async stream =>
            {
                await foreach (var report in logs.ExportAsync(sync, ct))
                {
                    await JsonSerializer.SerializeAsync(stream, Line(report), Json, ct);
                    await stream.WriteAsync("\n"u8.ToArray(), ct);
                }
            },
            "application/x-ndjson",
            $"{sync.SyncId.Replace(':', '-')}.ndjson");
    }

    private static object Line(LogReport report)
    {
        var entry = report.Entry;
        return new
        {
            entry.Seq,
            At = entry.At.UtcDateTime,
            Level = entry.Level.ToString().ToUpperInvariant(),
            entry.Message,
            entry.Model,
            Http = entry.HttpUrl is null
                ? null
                : new
                {
                    Method = entry.HttpMethod,
                    Url = entry.HttpUrl,
                    Status = entry.HttpStatus,
                    DurationMs = entry.HttpDurationMs,
                    report.RequestBody,
                    report.ResponseBody,
                },
        };
    }
}
