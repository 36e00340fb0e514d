using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary><c>DELETE /v1/integrations/{id}</c> hides an integration from the API at once; its page keeps a row.</summary>
internal static class DeleteIntegration
{
    public static void Map(RouteGroupBuilder group) => group.MapDelete("/integrations/{id}", HandleAsync).Needs(Rights.Delete);

    private static async Task<IResult> HandleAsync(string id, HttpContext context, ApiCaller caller, Ledger ledger)
    {
        await RequestBody.SkipAsync(context.Request);
        var ct = context.RequestAborted;
        await ledger.WriteAsync(
            session => session.RecordAsync(caller.Scope, id, new Deleted(session.Now), ct), ct: ct);
        return ApiAnswer.Ok(new EmptyData());
    }
}
