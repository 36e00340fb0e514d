using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary><c>GET /v1/syncs/{sync_id}</c> answers with one sync.</summary>
internal static class GetSync
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/syncs/{syncId}", HandleAsync).Describes(
        new CallDescription("getSync", CallTags.Syncs, "Read a sync")
        {
            Text = "How it went, what it brought, and what its log holds.",
            Parameters = [CallParameters.SyncId],
            Answer = CallAnswer.Of<SyncData>(SyncData.Example),
            Failures = [400, 404],
        }).Needs(Rights.Read);

    private static async Task<IResult> HandleAsync(
        string syncId, HttpContext context, ApiCaller caller, RequestedSync requested, SyncDescriber describer)
    {
        new QueryInput(context.Request.Query).ThrowIfAny();
        return ApiAnswer.Ok(describer.Describe(await requested.FindAsync(caller, syncId, context.RequestAborted), context.Request));
    }
}
