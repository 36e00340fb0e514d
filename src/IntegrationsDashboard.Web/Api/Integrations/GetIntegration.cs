namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary><c>GET /v1/integrations/{id}</c> answers with the published shape.</summary>
internal static class GetIntegration
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/integrations/{id}", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string id, HttpContext context, ApiCaller caller, RequestedIntegration requested, IntegrationDescriber describer) =>
        ApiAnswer.Ok(describer.Describe(await requested.FindAsync(caller, id, context.RequestAborted), context.Request));
}
