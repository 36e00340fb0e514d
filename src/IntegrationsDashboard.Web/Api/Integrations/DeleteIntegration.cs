using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Api.Description;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary><c>DELETE /v1/integrations/{id}</c> hides an integration from the API at once; its page keeps a row.</summary>
internal static class DeleteIntegration
{
    public static void Map(RouteGroupBuilder group) => group.MapDelete("/integrations/{id}", HandleAsync).Describes(
        new CallDescription("deleteIntegration", CallTags.Integrations, "Delete an integration")
        {
            Text = "It is not found from then on. Its page keeps a row; its data is erased 14 days later.",
            Parameters = [CallParameters.IntegrationId],
            Body = CallBody.Json(InputSchema.Object("Nothing, or an object that nobody looks into."), "{}", required: false) with { IsLookedInto = false },
            Answer = CallAnswer.Of<EmptyData>("{}"),
            Failures = [404],
        }).Needs(Rights.Delete);

    private static async Task<IResult> HandleAsync(string id, HttpContext context, ApiCaller caller, Ledger ledger)
    {
        await RequestBody.SkipAsync(context.Request);
        var ct = context.RequestAborted;
        await ledger.WriteAsync(
            session => session.RecordAsync(caller.Scope, id, new Deleted(session.Now), ct), ct: ct);
        return ApiAnswer.Ok(new EmptyData());
    }
}
