using IntegrationsDashboard.Store;
namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary><c>GET /v1/integrations/{id}/status</c> tells which of the nine statuses it has, why, and what to do.</summary>
internal static class GetIntegrationStatus
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/integrations/{id}/status", HandleAsync).Needs(Rights.Read);

    private static async Task<IResult> HandleAsync(
        string id, HttpContext context, ApiCaller caller, RequestedIntegration requested, StatusDescriber describer) =>
        ApiAnswer.Ok(describer.Describe(await requested.FindAsync(caller, id, context.RequestAborted), context.Request));
}
