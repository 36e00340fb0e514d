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
    public async Task<IntegrationView> FindAsync(ApiCaller caller, string id, CancellationToken ct)
    {
        if (caller.Environment == EnvironmentKind.Development)
        {
            var request = new ApiRequested(time.GetUtcNow()) { Actor = caller.Actor };
            return integrations.View(await ledger.RecordAsync(caller.Scope, id, request, ct));
        }

        // The idle rule never looks at production, so there nobody has to wait for the writer.
        return await integrations.FindAsync(caller.Scope, id, ct) is { Evaluation.State: not IntegrationState.NotFound } found
            ? found
            : throw new UnknownIdException("integration", id);
    }
}
