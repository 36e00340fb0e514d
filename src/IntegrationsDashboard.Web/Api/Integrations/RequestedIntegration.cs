using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>Finds the integration that a program asks for, and notes that it did: the idle rule counts from there.</summary>
internal sealed class RequestedIntegration(Ledger ledger, IntegrationQueries integrations, TimeProvider time)
{
    /// <summary>The integration as it is after the request was noted.</summary>
    /// <exception cref="UnknownIdException">The caller has none of this id, or it was deleted.</exception>
    public async Task<IntegrationView> FindAsync(ApiCaller caller, string id, CancellationToken ct) =>
        await TryFindAsync(caller, id, ct) ?? throw new UnknownIdException("integration", id);

    /// <summary>The same; null where the caller has none of this id, or it was deleted.</summary>
    public async Task<IntegrationView?> TryFindAsync(ApiCaller caller, string id, CancellationToken ct)
    {
        var found = await integrations.FindAsync(caller.Scope, id, ct);
        if (found is not { Evaluation.State: not IntegrationState.NotFound })
        {
            return null;
        }

        // Most requests tell the idle rule nothing new, so that they need not wait for the writer.
        var request = new ApiRequested(time.GetUtcNow());
        return LedgerSession.IsNews(found.Facts, request.At)
            ? integrations.View(await ledger.RecordAsync(caller.Scope, id, request, ct))
            : found;
    }
}
