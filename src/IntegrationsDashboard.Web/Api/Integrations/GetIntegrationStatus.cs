using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary><c>GET /v1/integrations/{id}/status</c> tells which of the nine statuses it has, why, and what to do.</summary>
internal static class GetIntegrationStatus
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/integrations/{id}/status", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string id,
        HttpContext context,
        ApiCaller caller,
        Ledger ledger,
        IntegrationQueries integrations,
        StatusDescriber describer,
        TimeProvider time) =>
        ApiAnswer.Ok(describer.Describe(
            await RequestedIntegration.FindAsync(caller, id, ledger, integrations, time, context.RequestAborted), context.Request));
}
