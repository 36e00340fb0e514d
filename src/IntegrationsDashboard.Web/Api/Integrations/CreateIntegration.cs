using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary><c>POST /v1/integrations</c> creates an integration in the key's environment.</summary>
internal static class CreateIntegration
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/integrations", HandleAsync).Describes(
        new CallDescription("createIntegration", CallTags.Integrations, "Create an integration")
        {
            Text = "Creates an integration whose syncs run elsewhere and are reported here, in the key's environment.",
            Parameters = [Idempotency.Parameter],
            Body = CallBody.Json(
                IntegrationInput.Schema(),
                """
                {
                  "tool": "personio", "category": "HRIS",
                  "end_user": { "organization_name": "Acme", "creator_email": "hr@acme.example", "origin_id": "customer-1" },
                  "setup_status": "COMPLETED", "created_at": "2026-11-01T00:00:00Z"
                }
                """),
            Answer = CallAnswer.Created<CreatedData>($$"""{ "id": "{{CallExamples.IntegrationId}}" }"""),
        }).Needs(Rights.Report);

    private static async Task<IResult> HandleAsync(HttpContext context, ApiCaller caller, Ledger ledger, TimeProvider time)
    {
        var report = await RequestBody.ReadAsync(context.Request, time.GetUtcNow(), IntegrationInput.Read);
        var ct = context.RequestAborted;
        var once = Idempotency.Of(context);
        var id = await ledger.WriteAsync(
            session => once.OnceAsync(session, caller, async () => (await session.CreateIntegrationAsync(caller.Scope, report, ct)).Id, ct), ct: ct);
        return ApiAnswer.Created(context.Response, $"/v1/integrations/{id}", new CreatedData(id));
    }
}
