using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary><c>GET /v1/integrations/{id}</c> answers with the published shape.</summary>
internal static class GetIntegration
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/integrations/{id}", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string id,
        HttpContext context,
        ApiCaller caller,
        Ledger ledger,
        IntegrationQueries integrations,
        IntegrationDescriber describer,
        TimeProvider time) =>
        ApiAnswer.Ok(describer.Describe(
            await RequestedIntegration.FindAsync(caller, id, ledger, integrations, time, context.RequestAborted), context.Request));
}
