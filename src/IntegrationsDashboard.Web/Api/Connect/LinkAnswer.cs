using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing.Connecting;

namespace IntegrationsDashboard.Web.Api.Connect;

/// <summary>Makes a link and answers with its address.</summary>
internal sealed class LinkAnswer(Ledger ledger, LinkQueries links, LinkTokens tokens, PublicAddress address)
{
    public async Task<IResult> MakeAsync(HttpContext context, ApiCaller caller, Func<LedgerSession, Task<ConnectionLink>> make)
    {
        var ct = context.RequestAborted;
        var once = Idempotency.Of(context);
        var id = await ledger.WriteAsync(
            session => once.OnceAsync(session, caller, async () => (await make(session)).Id.ToString(), ct), ct: ct);
        var link = (await links.FindAsync(Guid.Parse(id), ct))!;
        return ApiAnswer.Ok(new LinkData(address.Of(context.Request, Links.Public(link.Kind, tokens.Create(link)))));
    }
}
