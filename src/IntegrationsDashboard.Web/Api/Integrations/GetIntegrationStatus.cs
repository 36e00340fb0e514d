using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Api.Description;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary><c>GET /v1/integrations/{id}/status</c> tells which of the nine statuses it has, why, and what to do.</summary>
internal static class GetIntegrationStatus
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/integrations/{id}/status", HandleAsync).Describes(
        new CallDescription("getIntegrationStatus", CallTags.Integrations, "Read an integration's status")
        {
            Text = "Tells which of the nine statuses it has, why, since when, what proves it, and what to do now. Counts as an API request for the idle rule.",
            Parameters = [CallParameters.IntegrationId],
            Answer = CallAnswer.Of<StatusData>(StatusData.Example),
            Failures = [404],
        }).Needs(Rights.Read);

    private static async Task<IResult> HandleAsync(
        string id, HttpContext context, ApiCaller caller, RequestedIntegration requested, StatusDescriber describer) =>
        ApiAnswer.Ok(describer.Describe(await requested.FindAsync(caller, id, context.RequestAborted), context.Request));
}
