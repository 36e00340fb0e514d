using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing.Connecting;

namespace IntegrationsDashboard.Web.Api.Connect;

/// <summary>Makes a link and answers with its address.</summary>
internal sealed class LinkAnswer(Ledger ledger, LinkTokens tokens, PublicAddress address)
{
    public async Task<IResult> MakeAsync(HttpContext context, Func<LedgerSession, Task<ConnectionLink>> make)
    {
        var link = await ledger.WriteAsync(make, ct: context.RequestAborted);
        return ApiAnswer.Ok(new LinkData(address.Of(context.Request, Links.Public(link.Kind, tokens.Create(link)))));
    }
}
