using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Api.Integrations;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Connect;

/// <summary><c>GET /v1/connect/integration-by-token/{token}</c> tells which integration came of a connection link.</summary>
internal static class GetIntegrationByToken
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/connect/integration-by-token/{token}", HandleAsync).Describes(
        new CallDescription("getIntegrationByToken", CallTags.Connecting, "Find the integration that came of a link")
        {
            Text = "Not found as long as nobody has connected a tool by the link.",
            Parameters = [CallParameters.Path("token", InputSchema.Line("The last part of a connection link's address.", 200), CallExamples.Token)],
            Answer = CallAnswer.Of<ConnectedData>(
                $$"""
                {
                  "tool": "personio", "id": "{{CallExamples.IntegrationId}}", "end_user_origin_id": "customer-1",
                  "end_user_organization_name": "Acme", "end_user_email": "hr@acme.example", "setup_status": "COMPLETED"
                }
                """),
            Failures = [404],
        }).Needs(Rights.Read);

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
