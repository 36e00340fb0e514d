using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Catalogue;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Tools;

/// <summary><c>GET /v1/tools/{category}</c> lists the tools that can be connected, and what their connectors read.</summary>
internal static class GetTools
{
    /// <summary>The word for what a connector reads.</summary>
    public const string Supported = "SUPPORTED";

    public static void Map(RouteGroupBuilder group) => group.MapGet("/tools/{category}", Handle).Describes(
        new CallDescription("getTools", CallTags.Tools, "List the tools that can be connected")
        {
            Text = "The tools of a category, each with the models and fields that its connector reads.",
            Parameters = [CallParameters.Path("category", InputSchema.OneOf("The category.", "hris", "ats", "assessment", "lms"), "hris")],
            Answer = CallAnswer.Of<ToolsData>(
                """
                {
                  "tools": [
                    {
                      "id": "scim", "label": "SCIM", "internal_label": null,
                      "assets": {
                        "logo_url": "https://dashboard.example/tools/scim/icon.svg", "icon_url": "https://dashboard.example/tools/scim/icon.svg",
                        "icon_black_url": "https://dashboard.example/tools/scim/icon.svg"
                      },
                      "paid_api_details_markdown": null, "fast_track_details_markdown": null, "partner_only_details_markdown": null, "connection_guide_url": null,
                      "coverage": {
                        "read_models": [{ "id": "users", "label": "Users", "coverage_status": "SUPPORTED", "fields": [{ "id": "id", "coverage_status": "SUPPORTED" }] }],
                        "write_actions": [], "features": []
                      }
                    }
                  ]
                }
                """),
            Failures = [400],
        }).Needs(Rights.None);

    private static IResult Handle(string category, HttpContext context, ToolRegistry tools, PublicAddress address)
    {
        // The path has the word in lower case.
        if (category.Any(char.IsUpper) || !Words<Category>.TryParse(category.ToUpperInvariant(), out var wanted))
        {
            throw InvalidInputException.With("category", "must be one of hris, ats, assessment, lms");
        }

        return ApiAnswer.Ok(new ToolsData([.. tools.Of(wanted).Select(tool => Describe(tool, tools.Describe(tool), address, context.Request))]));
    }

    private static ConnectableToolData Describe(ToolDefinition tool, ConnectorDescription description, PublicAddress address, HttpRequest request)
    {
        var icon = address.Of(request, ToolIconEndpoint.Path(tool.Id));
        return new ConnectableToolData
        {
            Id = tool.Id,
            Label = tool.Label,
            Assets = new ToolAssetsData(icon, icon, icon),
            ConnectionGuideUrl = tool.Guide?.AbsoluteUri,
            Coverage = new ToolCoverageData(
            [
                .. description.Models.Select(model => new CoveredModelData(
                    model.Id, model.Label, Supported, [.. model.Fields.Select(field => new CoveredFieldData(field, Supported))])),
            ]),
        };
    }
}
