using IntegrationsDashboard.Store;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Api.Connect;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>
/// <c>POST /v1/integrations/{id}/relink</c> gives a link by which the end user enters new credentials;
/// <c>POST /v1/integrations/{id}/setup-link</c> one by which they configure the filters.
/// </summary>
internal static class PostRelink
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost(
            "/integrations/{id}/relink",
            (string id, HttpContext context, ApiCaller caller, LinkAnswer answer, TimeProvider time) => HandleAsync(id, context, caller, answer, time, Relink)).Needs(Rights.Act);
        group.MapPost(
            "/integrations/{id}/setup-link",
            (string id, HttpContext context, ApiCaller caller, LinkAnswer answer, TimeProvider time) => HandleAsync(id, context, caller, answer, time, SetUp)).Needs(Rights.Act);
    }

    private static NewLink Relink(InputReader input)
    {
        var scopeConfig = input.Line("scope_config_id", 200);
        if (scopeConfig is not null && scopeConfig != ScopeConfigData.Default.Id)
        {
            input.Problem("scope_config_id", $"names no scope config; there is only \"{ScopeConfigData.Default.Id}\"");
        }

        return LinkInput.Read(input, LinkKind.Reconnect, LinkType.MagicLink);
    }

    private static NewLink SetUp(InputReader input) => LinkInput.Read(input, LinkKind.SetUp, LinkType.MagicLink, typeRequired: true);

    private static async Task<IResult> HandleAsync(
        string id, HttpContext context, ApiCaller caller, LinkAnswer answer, TimeProvider time, Func<InputReader, NewLink> read)
    {
        var report = await RequestBody.ReadAsync(context.Request, time.GetUtcNow(), read);
        var ct = context.RequestAborted;
        return await answer.MakeAsync(context, async session =>
        {
            await session.RecordAsync(caller.Scope, id, new ApiRequested(session.Now), ct);
            return await session.CreateLinkAsync(caller.Scope, report with { IntegrationId = id }, ct);
        });
    }
}
