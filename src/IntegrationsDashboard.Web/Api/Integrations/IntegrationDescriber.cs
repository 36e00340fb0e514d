using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Catalogue;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>Puts an integration into its published shape.</summary>
internal sealed class IntegrationDescriber(PublicAddress address)
{
    public IntegrationData Describe(IntegrationView integration, HttpRequest request)
    {
        var icon = address.Of(request, ToolIconEndpoint.Path(integration.Tool));
        var endUser = integration.EndUser;
        return new IntegrationData
        {
            Id = integration.Id,
            Tool = new ToolData(integration.Tool, ToolCatalogue.Label(integration.Tool), null, icon, icon),
            Category = Words<Category>.Of(integration.Category),
            Status = Words<IntegrationState>.Of(integration.Evaluation.State),
            SetupStatus = Words<SetupStatus>.Of(integration.Evaluation.Setup),
            EndUser = new EndUserData(endUser.OrganizationName, endUser.CreatorEmail, endUser.OriginId),
            ScopeConfig = ScopeConfigData.Default,
            CreatedAt = integration.CreatedAt,
        };
    }
}
