using IntegrationsDashboard.Store;

namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary><c>POST /v1/syncs/{sync_id}/logs</c> adds entries to the log of a sync, before or after it ended.</summary>
internal static class PostLogs
{
    /// <summary>The most bytes that one call may bring.</summary>
    public const int Most = 25 * 1024 * 1024;

    public static void Map(RouteGroupBuilder group) => group.MapPost("/syncs/{syncId}/logs", HandleAsync).Needs(Rights.Report);

    private static async Task<IResult> HandleAsync(string syncId, HttpContext context, ApiCaller caller, Ledger ledger, TimeProvider time)
    {
        var entries = await LogBodyReader.ReadAsync(context.Request, time.GetUtcNow());
        var appended = await ledger.AppendLogAsync(caller.Scope, syncId, entries, context.RequestAborted);
        return ApiAnswer.Ok(new LogsData(appended.Added, appended.AlreadyKnown));
    }
}
