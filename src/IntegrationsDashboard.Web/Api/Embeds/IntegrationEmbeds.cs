using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Api.Integrations;
using IntegrationsDashboard.Web.Embedding;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Embeds;

/// <summary>
/// <c>/v1/integrations/{id}/embeds</c>: lets an integration's status be shown in one's own product, tells where it is, and ends it.
/// </summary>
internal static class IntegrationEmbeds
{
    private const int UsualDays = 90;
    private const string Path = "/integrations/{id}/embeds";

    private const string Example =
        $$"""
        { "id": "{{CallExamples.EmbedId}}", "origins": ["https://app.example.com"], "created_at": "2026-11-24T08:00:00Z", "expires_at": "2027-02-22T08:00:00Z" }
        """;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost(Path, CreateAsync).Describes(
            new CallDescription("createEmbed", CallTags.Integrations, "Show an integration's status elsewhere")
            {
                Text = "Answers with the address of a page for a frame on the given origins, and of an image. Both are public to whoever has the address, and are told this once.",
                Parameters = [CallParameters.IntegrationId, Idempotency.Parameter],
                Body = CallBody.Json(
                    InputSchema.Object(
                        null,
                        InputSchema.Required("origins", InputSchema.List("The origins whose pages may frame it, such as https://app.example.com; http for localhost only.", InputSchema.Line("An origin.", 255), NewEmbed.MostOrigins)),
                        InputSchema.Optional("days", InputSchema.Whole($"How long it works; {UsualDays} where left out.", 1, 366))),
                    """{ "origins": ["https://app.example.com"], "days": 90 }"""),
                Answer = CallAnswer.Of<CreatedEmbedData>(
                    $$"""
                    {
                      "embed": {{Example}},
                      "url": "https://dashboard.example/embed/{{CallExamples.Token}}",
                      "badge_url": "https://dashboard.example/embed/{{CallExamples.Token}}/badge.svg",
                      "html": "<iframe src=\"https://dashboard.example/embed/{{CallExamples.Token}}\" title=\"Personio\" width=\"400\" height=\"260\" loading=\"lazy\"></iframe>"
                    }
                    """),
                Failures = [404],
            }).Needs(Rights.Act);
        group.MapGet(Path, ListAsync).Describes(
            new CallDescription("getEmbeds", CallTags.Integrations, "List where an integration's status is shown")
            {
                Text = "Those that work, the last made first.",
                Parameters = [CallParameters.IntegrationId],
                Answer = CallAnswer.Of<EmbedsData>($$"""{ "embeds": [{{Example}}] }"""),
                Failures = [404],
            }).Needs(Rights.Read);
        group.MapDelete(Path + "/{embedId}", RevokeAsync).Describes(
            new CallDescription("revokeEmbed", CallTags.Integrations, "End that an integration's status is shown elsewhere")
            {
                Text = "The page and the image say from then on that nothing is shown any more. What has ended already stays as it is.",
                Parameters = [CallParameters.IntegrationId, CallParameters.Path("embed_id", InputSchema.Line("The embed's id.", 36), CallExamples.EmbedId)],
                Body = CallBody.Json(InputSchema.Object("Nothing, or an object that nobody looks into."), "{}", required: false) with { IsLookedInto = false },
                Answer = CallAnswer.Of<EmptyData>("{}"),
                Failures = [404],
            }).Needs(Rights.Act);
    }

    private static async Task<IResult> CreateAsync(
        string id, HttpContext context, ApiCaller caller, Ledger ledger, EmbedQueries embeds, EmbedSnippets snippets, PublicAddress address, TimeProvider time)
    {
        var report = await RequestBody.ReadAsync(context.Request, time.GetUtcNow(), input => Read(id, input));
        var ct = context.RequestAborted;
        var once = Idempotency.Of(context);
        var made = await ledger.WriteAsync(
            session => once.OnceAsync(
                session,
                caller,
                async () =>
                {
                    await session.RecordAsync(caller.Scope, id, new ApiRequested(session.Now), ct);
                    return (await session.CreateEmbedAsync(caller.Scope, report, ct)).Id.ToString();
                },
                ct),
            ct: ct);
        var embed = (await embeds.FindAsync(Guid.Parse(made), ct))!;
        var snippet = snippets.Of(embed, path => address.Of(context.Request, path));
        return ApiAnswer.Ok(new CreatedEmbedData(EmbedData.Of(embed), snippet.Url, snippet.BadgeUrl, snippet.Frame));
    }

    private static async Task<IResult> ListAsync(string id, HttpContext context, ApiCaller caller, RequestedIntegration requested, EmbedQueries embeds)
    {
        var integration = await requested.FindAsync(caller, id, context.RequestAborted);
        var open = await embeds.OpenAsync(caller.Scope, integration.Id, context.RequestAborted);
        return ApiAnswer.Ok(new EmbedsData([.. open.Select(EmbedData.Of)]));
    }

    private static async Task<IResult> RevokeAsync(string id, string embedId, HttpContext context, ApiCaller caller, Ledger ledger)
    {
        await RequestBody.SkipAsync(context.Request);
        var ct = context.RequestAborted;
        var embed = Guid.TryParse(embedId, out var known) ? known : throw new UnknownIdException("embed", embedId);
        await ledger.WriteAsync(
            async session =>
            {
                await session.RecordAsync(caller.Scope, id, new ApiRequested(session.Now), ct);
                await session.RevokeEmbedAsync(caller.Scope, id, embed, ct);
            },
            ct);
        return ApiAnswer.Ok(new EmptyData());
    }

    private static NewEmbed? Read(string id, InputReader input)
    {
        var origins = input.Lines("origins", NewEmbed.MostOrigins, 255);
        for (var index = 0; index < origins.Count; index++)
        {
            if (EmbedOrigin.TryRead(origins[index]) is null)
            {
                input.Problem($"origins[{index}]", "must be an origin such as https://app.example.com: https, a host, and nothing after it");
            }
        }

        var days = input.Whole("days", 1, 366) ?? UsualDays;
        return origins.Count == 0 ? null : new NewEmbed(id, origins, TimeSpan.FromDays(days));
    }
}
