using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Web.Api.Tools;
using IntegrationsDashboard.Web.Catalogue;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>Puts an integration into its published shape.</summary>
internal sealed class IntegrationDescriber(PublicAddress address, ToolRegistry tools)
{
    public IntegrationData Describe(IntegrationView integration, ConnectionView? connection, HttpRequest request)
    {
        var icon = address.Of(request, ToolIconEndpoint.Path(integration.Tool));
        return new IntegrationData
        {
            Id = integration.Id,
            Tool = new ToolData(integration.Tool, ToolCatalogue.Label(integration.Tool), null, icon, icon),
            Category = Words<Category>.Of(integration.Category),
            Status = Words<IntegrationState>.Of(integration.Evaluation.State),
            SetupStatus = Words<SetupStatus>.Of(integration.Evaluation.Setup),
            EndUser = EndUserData.Of(integration.EndUser),
            ScopeConfig = ScopeConfigData.Default,
            CreatedAt = integration.CreatedAt,
            DataExpiredAt = connection?.DataExpiredAt,
            ReadModels = connection is not null && tools.Find(integration.Tool) is { } tool
                ? [.. tools.Describe(tool).Models.Select(model => Describe(model, connection.Filters))]
                : [],
        };
    }

    private static ReadModelData Describe(ModelDescription model, SyncFilters filters)
    {
        var isOut = filters.ExcludedModels.Contains(model.Id);
        return new ReadModelData
        {
            Id = model.Id,
            Label = model.Label,
            IsAvailable = !isOut,
            CoverageStatus = GetTools.Supported,
            OptedOutByCustomer = isOut,
            Fields = [.. model.Fields.Select(field => new ReadFieldData(field, !isOut, GetTools.Supported))],
        };
    }
}
