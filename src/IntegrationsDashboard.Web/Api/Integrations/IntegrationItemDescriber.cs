using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Catalogue;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>Puts an integration into the shape of the list.</summary>
internal sealed class IntegrationItemDescriber(StatusDescriber statuses, PublicAddress address)
{
    public IntegrationItemData Describe(IntegrationView integration, HttpRequest request) => new()
    {
        Id = integration.Id,
        Tool = new ToolNameData(integration.Tool, ToolCatalogue.Label(integration.Tool)),
        Category = Words<Category>.Of(integration.Category),
        Environment = Words<EnvironmentKind>.Of(integration.Environment),
        EndUser = EndUserData.Of(integration.EndUser),
        CreatedAt = integration.CreatedAt,
        Status = statuses.Describe(integration, request),
        LastSync = integration.Facts.LastSync is { } last
            ? new LastSyncData(
                last.SyncId, Words<SyncState>.Of(last.State), last.EndedAt, address.Of(request, Links.Sync(integration.Id, last.SyncId, last.Entry)))
            : null,
        RunningSync = integration.RunningSyncId is { } running ? new RunningSyncData(running, integration.RunningSince) : null,
    };
}
