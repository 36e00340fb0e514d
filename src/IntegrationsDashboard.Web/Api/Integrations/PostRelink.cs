using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing.Connecting;
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
        group.MapPost("/integrations/{id}/relink", (string id, LinkRequest request) => request.AnswerAsync(id, input =>
        {
            var scopeConfig = input.Line("scope_config_id", 200);
            if (scopeConfig is not null && scopeConfig != ScopeConfigData.Default.Id)
            {
                input.Problem("scope_config_id", $"names no scope config; there is only \"{ScopeConfigData.Default.Id}\"");
            }

            return LinkInput.Read(input, LinkKind.Reconnect, LinkType.MagicLink);
        }));
        group.MapPost("/integrations/{id}/setup-link", (string id, LinkRequest request) => request.AnswerAsync(
            id, input => LinkInput.Read(input, LinkKind.SetUp, LinkType.MagicLink, typeRequired: true)));
    }

    /// <summary>What a call that makes a link of an integration is answered with.</summary>
    internal sealed record LinkRequest(HttpContext Context, ApiCaller Caller, Ledger Ledger, LinkTokens Tokens, PublicAddress Address, TimeProvider Time)
    {
        public static async ValueTask<LinkRequest?> BindAsync(HttpContext context) => new(
            context,
            (await ApiCaller.BindAsync(context))!,
            context.RequestServices.GetRequiredService<Ledger>(),
            context.RequestServices.GetRequiredService<LinkTokens>(),
            context.RequestServices.GetRequiredService<PublicAddress>(),
            context.RequestServices.GetRequiredService<TimeProvider>());

        public async Task<IResult> AnswerAsync(string id, Func<InputReader, NewLink> read)
        {
            var report = await RequestBody.ReadAsync(Context.Request, Time.GetUtcNow(), read);
            var ct = Context.RequestAborted;
            var link = await Ledger.WriteAsync(
                async session =>
                {
                    await session.RecordAsync(Caller.Scope, id, new Status.ApiRequested(session.Now) { Actor = Caller.Actor }, ct);
                    return await session.CreateLinkAsync(Caller.Scope, report with { IntegrationId = id }, ct);
                },
                ct: ct);
            return ApiAnswer.Ok(new LinkData(Address.Of(Context.Request, Links.Public(link.Kind, Tokens.Create(link)))));
        }
    }
}
