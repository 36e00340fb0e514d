using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Api.Description;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary><c>GET /v1/integrations/{id}</c> answers with the published shape.</summary>
internal static class GetIntegration
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/integrations/{id}", HandleAsync).Describes(
        new CallDescription("getIntegration", CallTags.Integrations, "Read an integration")
        {
            Text = "Answers with the published shape that unified-API clients know. Counts as an API request for the idle rule.",
            Parameters = [CallParameters.IntegrationId],
            Answer = CallAnswer.Of<IntegrationData>(
                """
                {
                  "id": "personio:4Kd8sQm2Vb7TzXw9LpRf3NcY",
                  "tool": {
                    "id": "personio", "label": "Personio", "internal_label": null,
                    "logo_url": "https://dashboard.example/tools/personio/icon.svg", "icon_url": "https://dashboard.example/tools/personio/icon.svg"
                  },
                  "category": "HRIS", "status": "ACTIVE", "setup_status": "COMPLETED",
                  "end_user": { "organization_name": "Acme", "creator_email": "hr@acme.example", "origin_id": "customer-1" },
                  "scope_config": { "id": "default", "name": null }, "data_expired_at": null, "created_at": "2026-11-01T00:00:00Z", "beta": false,
                  "read_models": [], "write_actions": []
                }
                """),
            Failures = [404],
        }).Needs(Rights.Read);

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
