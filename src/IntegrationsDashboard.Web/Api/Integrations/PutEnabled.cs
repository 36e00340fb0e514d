using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Api.Description;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>
/// <c>PUT /v1/integrations/{id}/enabled</c> switches an integration on or off. Switching off cancels its running syncs and keeps
/// everything else.
/// </summary>
internal static class PutEnabled
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/integrations/{id}/enabled", HandleAsync).Describes(
        new CallDescription("setIntegrationEnabled", CallTags.Integrations, "Switch an integration on or off")
        {
            Text = "Switching off cancels the sync that runs and keeps credentials and configuration.",
            Parameters = [CallParameters.IntegrationId],
            Body = CallBody.Json(
                InputSchema.Object(null, InputSchema.Required("value", InputSchema.Flag("True to switch it on, false to switch it off."))),
                """{ "value": false }"""),
            Answer = CallAnswer.Of<EmptyData>("{}"),
            Failures = [404],
        }).Needs(Rights.Act);

    private static async Task<IResult> HandleAsync(string id, HttpContext context, ApiCaller caller, Ledger ledger, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var @event = await RequestBody.ReadAsync<IntegrationEvent>(context.Request, now, input => input.Flag("value") switch
        {
            true => new Activated(now),
            false => new Deactivated(now),
            null => null,
        });
        var ct = context.RequestAborted;
        await ledger.WriteAsync(
            async session =>
            {
                await session.RecordAsync(caller.Scope, id, new ApiRequested(session.Now), ct);
                return await session.RecordAsync(caller.Scope, id, @event with { At = session.Now }, ct);
            },
            ct: ct);
        return ApiAnswer.Ok(new EmptyData());
    }
}
