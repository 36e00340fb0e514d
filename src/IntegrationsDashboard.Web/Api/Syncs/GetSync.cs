using IntegrationsDashboard.Store;
namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary><c>GET /v1/syncs/{sync_id}</c> answers with one sync.</summary>
internal static class GetSync
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/syncs/{syncId}", HandleAsync).Needs(Rights.Read);

    private static async Task<IResult> HandleAsync(
        string syncId, HttpContext context, ApiCaller caller, RequestedSync requested, SyncDescriber describer)
    {
        new Reports.QueryInput(context.Request.Query).ThrowIfAny();
        return ApiAnswer.Ok(describer.Describe(await requested.FindAsync(caller, syncId, context.RequestAborted), context.Request));
    }
}
