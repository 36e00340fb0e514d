using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Api.Integrations;

namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary>Finds the sync that a program asks for; that is a request to its integration, too.</summary>
internal sealed class RequestedSync(SyncQueries syncs, RequestedIntegration requested)
{
    /// <summary>The sync.</summary>
    /// <exception cref="UnknownIdException">The caller has none of this id, or its integration was deleted.</exception>
    public async Task<Sync> FindAsync(ApiCaller caller, string id, CancellationToken ct) =>
        await syncs.FindAsync(caller.Scope, id, ct) is { } sync && await requested.TryFindAsync(caller, sync.IntegrationId, ct) is not null
            ? sync
            : throw new UnknownIdException("sync", id);
}
