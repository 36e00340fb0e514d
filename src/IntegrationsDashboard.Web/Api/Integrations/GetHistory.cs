using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary><c>GET /v1/integrations/{id}/history</c> lists the changes of an integration's status, the most recent first.</summary>
internal static class GetHistory
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/integrations/{id}/history", HandleAsync).Describes(
        new CallDescription("getIntegrationHistory", CallTags.Integrations, "List an integration's changes of status")
        {
            Text =
                "The most recent first. A sync that is reported late is placed where it belongs, so that later changes may be written anew. "
                + "Counts as an API request for the idle rule.",
            Parameters = [CallParameters.IntegrationId, .. PageCursor.Parameters(PageCursor.MostRows)],
            Answer = CallAnswer.Of<HistoryData>(
                """
                {
                  "changes": [
                    {
                      "at": "2026-11-24T02:10:00Z", "from": "active", "to": "sync-failing", "cause": "SYNC_FINISHED",
                      "actor": { "kind": "API_KEY", "name": "Nightly job" }, "sync_id": "acme-2", "note": "Personio answered 503.",
                      "log_url": "https://dashboard.example/integrations/personio:4Kd8sQm2Vb7TzXw9LpRf3NcY/syncs/acme-2"
                    }
                  ],
                  "next": null
                }
                """),
            Failures = [400, 404],
        }).Needs(Rights.Read);

    private static async Task<IResult> HandleAsync(
        string id, HttpContext context, ApiCaller caller, RequestedIntegration requested, IntegrationQueries integrations, PublicAddress address)
    {
        var page = PlacedPage.Read(context.Request, $"history {id}");
        var ct = context.RequestAborted;
        await requested.FindAsync(caller, id, ct);
        var changes = await integrations.StatusChangesAsync(caller.Scope, id, page.After, page.Wanted, ct);
        return ApiAnswer.Ok(new HistoryData(
            [.. changes.Take(page.Size).Select(change => Describe(change, address, context.Request))],
            page.Next(changes, row => new RowPlace(row.At, row.Id))));
    }

    private static StatusChangeData Describe(StatusChange change, PublicAddress address, HttpRequest request) => new()
    {
        At = change.At,
        From = change.From?.Word(),
        To = change.To.Word(),
        Cause = Words<EventKind>.Of(change.Cause),
        Actor = new ActorData(Words<ActorKind>.Of(change.ActorKind), change.ActorName),
        SyncId = change.SyncId,
        Note = change.Note,
        LogUrl = change.SyncId is { } sync ? address.Of(request, Links.Sync(change.IntegrationId, sync)) : null,
    };
}
