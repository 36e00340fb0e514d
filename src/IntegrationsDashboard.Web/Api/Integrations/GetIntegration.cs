using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary><c>GET /v1/integrations/{id}</c> answers with the published shape.</summary>
internal static class GetIntegration
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/integrations/{id}", HandleAsync).Needs(Rights.Read);

    private static async Task<IResult> HandleAsync(
        string id,
        HttpContext context,
        ApiCaller caller,
        RequestedIntegration requested,
        ConnectionQueries connections,
        IntegrationDescriber describer)
    {
        var integration = await requested.FindAsync(caller, id, context.RequestAborted);
        var connection = await connections.FindAsync(caller.Scope, id, context.RequestAborted);
        return ApiAnswer.Ok(describer.Describe(integration, connection, context.Request));
    }
}
