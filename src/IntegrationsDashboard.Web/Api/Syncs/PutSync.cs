using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Api.Integrations;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary>
/// <c>PUT /v1/syncs/{sync_id}</c> reports a sync: RUNNING when it starts, a final state when it ended. Answers with the status of
/// its integration after that.
/// </summary>
internal static class PutSync
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/syncs/{syncId}", HandleAsync).Describes(
        new CallDescription("reportSync", CallTags.Syncs, "Report a sync")
        {
            Text =
                "RUNNING when it starts, a final state when it ended, as often as you like: the same report twice changes nothing, and a late one is placed "
                + "where it belongs. Answers with the integration's status after that.",
            Parameters = [CallParameters.SyncId],
            Body = CallBody.Json(
                SyncInput.Schema(),
                $$"""
                {
                  "integration_id": "{{CallExamples.IntegrationId}}", "state": "FAILED", "type": "FULL",
                  "started_at": "2026-11-24T02:00:00Z", "ended_at": "2026-11-24T02:10:00Z",
                  "error": { "message": "Personio answered 503." }, "models": [{ "name": "employees", "records": 412 }]
                }
                """),
            Answer = CallAnswer.Of<StatusData>(StatusData.Example),
            Failures = [404],
        }).Needs(Rights.Report);

    private static async Task<IResult> HandleAsync(
        string syncId,
        HttpContext context,
        ApiCaller caller,
        Ledger ledger,
        IntegrationQueries integrations,
        StatusDescriber describer,
        TimeProvider time)
    {
        var report = await RequestBody.ReadAsync(context.Request, time.GetUtcNow(), input =>
        {
            if (!ReportLimits.IsSyncId(syncId))
            {
                input.Problem("sync_id", SyncInput.IdRule);
            }

            return SyncInput.Read(input, syncId, input.Word<SyncType>("type", required: true));
        });
        var integration = await ledger.RecordSyncAsync(caller.Scope, report, context.RequestAborted);
        return ApiAnswer.Ok(describer.Describe(integrations.View(integration), context.Request));
    }
}
