using IntegrationsDashboard.Store;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Web.Api.Integrations;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Connect;

/// <summary><c>GET /v1/connect/integration-by-token/{token}</c> tells which integration came of a connection link.</summary>
internal static class GetIntegrationByToken
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/connect/integration-by-token/{token}", HandleAsync).Needs(Rights.Read);

    private static async Task<IResult> HandleAsync(
        string token, HttpContext context, ApiCaller caller, LinkTokens tokens, RequestedIntegration requested)
    {
        var opened = await tokens.OpenAsync(token, context.RequestAborted);
        if (opened.Link is not { Kind: LinkKind.Connect, IntegrationId: { } id } || opened.Link.EnvironmentId != caller.Scope.EnvironmentId)
        {
            throw new ApiFailureException(ApiFailure.NotFound(
                opened.Link is not null && opened.Link.EnvironmentId == caller.Scope.EnvironmentId
                    ? "No integration has come of this link yet."
                    : "There is no link with this token."));
        }

        var integration = await requested.FindAsync(caller, id, context.RequestAborted);
        return ApiAnswer.Ok(new ConnectedData
        {
            Tool = integration.Tool,
            Id = integration.Id,
            EndUserOriginId = integration.EndUser.OriginId,
            EndUserOrganizationName = integration.EndUser.OrganizationName,
            EndUserEmail = integration.EndUser.CreatorEmail,
            SetupStatus = Words<SetupStatus>.Of(integration.Evaluation.Setup),
        });
    }
}
