using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Api.Connect;
using IntegrationsDashboard.Web.Api.Description;
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
            (string id, HttpContext context, ApiCaller caller, LinkAnswer answer, TimeProvider time) => HandleAsync(id, context, caller, answer, time, Relink)).Describes(
            new CallDescription("createReconnectionLink", CallTags.Connecting, "Make a reconnection link")
            {
                Text = "By the link, which works once, the end user enters new credentials; a sync starts then.",
                Parameters = [CallParameters.IntegrationId, Idempotency.Parameter],
                Body = CallBody.Json(
                    InputSchema.Object(
                        null,
                        InputSchema.Optional("scope_config_id", InputSchema.OneOf("The scope config; there is only one.", ScopeConfigData.Default.Id)),
                        LinkInput.LanguageField,
                        LinkInput.TypeField(LinkType.MagicLink)),
                    """{ "language": "en", "link_type": "MAGIC_LINK" }"""),
                Answer = CallAnswer.Of<LinkData>($$"""{ "link": "https://dashboard.example/reconnect/{{CallExamples.Token}}" }"""),
                Failures = [404],
            }).Needs(Rights.Act);
        group.MapPost(
            "/integrations/{id}/setup-link",
            (string id, HttpContext context, ApiCaller caller, LinkAnswer answer, TimeProvider time) => HandleAsync(id, context, caller, answer, time, SetUp)).Describes(
            new CallDescription("createSetupLink", CallTags.Connecting, "Make a set-up link")
            {
                Text = "By the link, which works once, the end user configures what is synced.",
                Parameters = [CallParameters.IntegrationId, Idempotency.Parameter],
                Body = CallBody.Json(
                    InputSchema.Object(null, LinkInput.LanguageField, LinkInput.TypeField(null)), """{ "language": "en", "link_type": "EMBEDDED" }"""),
                Answer = CallAnswer.Of<LinkData>($$"""{ "link": "https://dashboard.example/setup/{{CallExamples.Token}}" }"""),
                Failures = [404],
            }).Needs(Rights.Act);
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
        return await answer.MakeAsync(context, caller, async session =>
        {
            await session.RecordAsync(caller.Scope, id, new ApiRequested(session.Now), ct);
            return await session.CreateLinkAsync(caller.Scope, report with { IntegrationId = id }, ct);
        });
    }
}
