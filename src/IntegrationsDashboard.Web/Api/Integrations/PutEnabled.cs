using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>
/// <c>PUT /v1/integrations/{id}/enabled</c> switches an integration on or off. Switching off cancels its running syncs and keeps
/// everything else.
/// </summary>
internal static class PutEnabled
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/integrations/{id}/enabled", HandleAsync).Needs(Rights.Act);

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
