using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Api.Description;

namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary><c>POST /v1/syncs/{sync_id}/logs</c> adds entries to the log of a sync, before or after it ended.</summary>
internal static class PostLogs
{
    /// <summary>The most bytes that one call may bring.</summary>
    public const int Most = 25 * 1024 * 1024;

    public static void Map(RouteGroupBuilder group) => group.MapPost("/syncs/{syncId}/logs", HandleAsync).Describes(
        new CallDescription("reportLogs", CallTags.Syncs, "Report log entries")
        {
            Text = "Adds entries to the log of a sync, before or after it ended. Entries whose sequence number is known already change nothing.",
            Parameters = [CallParameters.SyncId],
            Body = new CallBody(LogBodyReader.Content(), IsRequired: true) { Most = CallBody.InMebibytes(Most) },
            Answer = CallAnswer.Of<LogsData>("""{ "added": 2, "already_known": 0 }"""),
            Failures = [404],
        }).Needs(Rights.Report);

    private static async Task<IResult> HandleAsync(string syncId, HttpContext context, ApiCaller caller, Ledger ledger, TimeProvider time)
    {
        var entries = await LogBodyReader.ReadAsync(context.Request, time.GetUtcNow());
        var appended = await ledger.AppendLogAsync(caller.Scope, syncId, entries, context.RequestAborted);
        return ApiAnswer.Ok(new LogsData(appended.Added, appended.AlreadyKnown));
    }
}
