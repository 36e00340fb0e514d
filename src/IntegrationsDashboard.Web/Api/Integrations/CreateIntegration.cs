using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary><c>POST /v1/integrations</c> creates an integration in the key's environment.</summary>
internal static class CreateIntegration
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/integrations", HandleAsync).Needs(Rights.Report);

    private static async Task<IResult> HandleAsync(HttpContext context, ApiCaller caller, Ledger ledger, TimeProvider time)
    {
        var report = await RequestBody.ReadAsync(context.Request, time.GetUtcNow(), IntegrationInput.Read);
        var created = await ledger.CreateIntegrationAsync(caller.Scope, report, context.RequestAborted);
        return ApiAnswer.Created(context.Response, $"/v1/integrations/{created.Id}", new CreatedData(created.Id));
    }
}
