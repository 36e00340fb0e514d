using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Api.Integrations;

namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary><c>GET /v1/integrations/{id}/syncs</c> lists the syncs of an integration, the last started first.</summary>
internal static class GetSyncs
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/integrations/{id}/syncs", HandleAsync).Describes(
        new CallDescription("listSyncs", CallTags.Syncs, "List an integration's syncs")
        {
            Text = "The last started first. Counts as an API request for the idle rule.",
            Parameters = [CallParameters.IntegrationId, .. PageCursor.Parameters(PageCursor.MostRows)],
            Answer = CallAnswer.Of<SyncsData>($$"""{ "syncs": [{{SyncData.Example}}], "next": null }"""),
            Failures = [400, 404],
        }).Needs(Rights.Read);

    private static async Task<IResult> HandleAsync(
        string id, HttpContext context, ApiCaller caller, RequestedIntegration requested, SyncQueries syncs, SyncDescriber describer)
    {
        var page = PlacedPage.Read(context.Request, $"syncs {id}");
        var ct = context.RequestAborted;
        await requested.FindAsync(caller, id, ct);
        var found = await syncs.ListAsync(caller.Scope, id, page.After, page.Wanted, ct);
        return ApiAnswer.Ok(new SyncsData(
            [.. found.Take(page.Size).Select(sync => describer.Describe(sync, context.Request))],
            page.Next(found, row => new RowPlace(row.StartedAt, row.Key))));
    }
}
