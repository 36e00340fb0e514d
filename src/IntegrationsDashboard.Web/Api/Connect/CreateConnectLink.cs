using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Connect;

/// <summary>
/// <c>POST /v1/connect/create-link</c> gives a link by which an end user connects a tool. Mapping of fields by the end user is not
/// offered: <c>enable_field_mapping</c> is taken and changes nothing, as does <c>remote_environment</c>.
/// </summary>
internal static class CreateConnectLink
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/connect/create-link", HandleAsync).Describes(
        new CallDescription("createConnectionLink", CallTags.Connecting, "Make a connection link")
        {
            Text = "By the link, which works once, the end user connects a tool: an integration comes of it.",
            Parameters = [Idempotency.Parameter],
            Body = CallBody.Json(
                InputSchema.Object(
                    null,
                    InputSchema.Required("end_user_email", InputSchema.Email("Whom the link is for.")),
                    InputSchema.Required("end_user_organization_name", InputSchema.Line("The organisation. Spaces around it are left out.", ReportLimits.OrganizationName)),
                    InputSchema.Optional("end_user_origin_id", InputSchema.Line("The organisation's id in your own system.", ReportLimits.OriginId, least: 0)),
                    InputSchema.Optional("integration_category", InputSchema.Word<Category>("Only tools of this category are offered.")),
                    InputSchema.Optional("integration_tool", InputSchema.Line("The tool; the end user chooses one where it is left out.", 40)),
                    InputSchema.Optional("enable_filtering", InputSchema.Flag("Whether the end user configures what is synced; false where left out.")),
                    InputSchema.Optional("enable_field_mapping", InputSchema.Flag("Taken and without effect.")),
                    LinkInput.LanguageField,
                    LinkInput.TypeField(LinkType.Embedded)),
                """
                {
                  "end_user_email": "hr@acme.example", "end_user_organization_name": "Acme", "end_user_origin_id": "customer-1",
                  "integration_category": "HRIS", "enable_filtering": false, "language": "en", "link_type": "EMBEDDED"
                }
                """),
            Answer = CallAnswer.Of<LinkData>($$"""{ "link": "https://dashboard.example/connect/{{CallExamples.Token}}" }"""),
        }).Needs(Rights.Act);

    private static async Task<IResult> HandleAsync(
        HttpContext context, ApiCaller caller, ToolRegistry tools, LinkAnswer answer, TimeProvider time)
    {
        var report = await RequestBody.ReadAsync(context.Request, time.GetUtcNow(), input => Read(input, tools));
        return await answer.MakeAsync(context, caller, session => session.CreateLinkAsync(caller.Scope, report, context.RequestAborted));
    }

    private static NewLink? Read(InputReader input, ToolRegistry tools)
    {
        var email = input.Line("end_user_email", ReportLimits.CreatorEmail, required: true);
        if (email?.Contains('@', StringComparison.Ordinal) == false)
        {
            input.Problem("end_user_email", "must be an e-mail address");
        }

        var organization = input.Line("end_user_organization_name", ReportLimits.OrganizationName, required: true, trim: true);
        var originId = input.Line("end_user_origin_id", ReportLimits.OriginId, least: 0);
        var category = input.Word<Category>("integration_category");
        var tool = input.Line("integration_tool", 40);
        if (tool is not null && tools.Find(tool) is var known && (known is null || (category ?? known.Category) != known.Category))
        {
            input.Problem(
                "integration_tool",
                $"is \"{tool}\", which cannot be connected{(category is null || known is null ? "" : " in this category")}; there are: {string.Join(", ", tools.All.Select(one => one.Id))}");
        }

        var filtering = input.Flag("enable_filtering", required: false) ?? false;
        input.Flag("enable_field_mapping", required: false);
        var link = LinkInput.Read(input, LinkKind.Connect, LinkType.Embedded);
        return organization is null
            ? null
            : link with
            {
                EndUser = new EndUser { OrganizationName = organization, CreatorEmail = email, OriginId = originId },
                Category = category,
                Tool = tool,
                EnableFiltering = filtering,
            };
    }
}
