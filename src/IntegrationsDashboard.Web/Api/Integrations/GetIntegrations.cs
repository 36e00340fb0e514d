using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>
/// <c>GET /v1/integrations</c> lists the integrations of the key's environment, with the filters and orders of the page. What was
/// deleted is not among them. It is no request to any of them, so that the idle rule takes no notice.
/// </summary>
internal static class GetIntegrations
{
    private static readonly IntegrationStatus[] Statuses =
        [.. StatusWords.ByAttention.Where(status => status != IntegrationStatus.Deleted)];

    private static readonly string[] Words = [.. Statuses.Select(status => status.Word())];

    private static readonly string[] Sorts =
        ["attention", "-attention", "name", "-name", "last_sync", "-last_sync", "since", "-since"];

    public static void Map(RouteGroupBuilder group) => group.MapGet("/integrations", HandleAsync).Describes(
        new CallDescription("listIntegrations", CallTags.Integrations, "List integrations")
        {
            Text = "All integrations of the key's environment but deleted ones. Is no API request to any of them, so the idle rule takes no notice.",
            Parameters =
            [
                CallParameters.Query("status", QuerySchema.SomeOf("Only integrations with one of these statuses, parted by commas.", Words), "sync-failing,active"),
                CallParameters.Query("category", InputSchema.Word<Category>("Only integrations of this category."), "HRIS"),
                CallParameters.Query("tool", QuerySchema.Text("Only integrations with this tool, by its id.", 40)),
                CallParameters.Query("q", QuerySchema.Text("Only integrations whose id, tool or end user contains this text.", 200)),
                CallParameters.Query("sort", InputSchema.OneOf("The order; with a minus sign the other way round. \"attention\" where left out: what needs somebody comes first.", Sorts), "-since"),
                .. PageCursor.Parameters(PageCursor.MostRows),
            ],
            Answer = CallAnswer.Of<IntegrationsData>(
                $$"""
                {
                  "integrations": [
                    {
                      "id": "{{CallExamples.IntegrationId}}", "tool": { "id": "personio", "label": "Personio" }, "category": "HRIS", "environment": "PRODUCTION",
                      "end_user": { "organization_name": "Acme", "creator_email": "hr@acme.example", "origin_id": "customer-1" },
                      "created_at": "2026-11-01T00:00:00Z", "status": {{StatusData.Example}},
                      "last_sync": {
                        "id": "acme-2", "state": "FAILED", "ended_at": "2026-11-24T02:10:00Z",
                        "log_url": "https://dashboard.example/integrations/personio:4Kd8sQm2Vb7TzXw9LpRf3NcY/syncs/acme-2?entry=2"
                      },
                      "running_sync": { "id": "acme-3", "started_at": "2026-11-24T06:00:00Z" }
                    }
                  ],
                  "next": null
                }
                """),
            Failures = [400],
        }).Needs(Rights.Read);

    private static async Task<IResult> HandleAsync(
        HttpContext context, ApiCaller caller, IntegrationQueries integrations, IntegrationItemDescriber describer)
    {
        var query = new QueryInput(context.Request.Query);
        var statuses = query.SomeOf("status", Words);
        var filter = new IntegrationFilter
        {
            Statuses = statuses.Count == 0 ? Statuses : [.. statuses.Select(StatusWords.Parse).OfType<IntegrationStatus>()],
            Category = query.Word<Category>("category"),
            Tool = query.Text("tool", 40),
            Text = query.Text("q", 200),
        };
        var order = query.OneOf("sort", Sorts) ?? Sorts[0];
        var sort = order.TrimStart('-') switch
        {
            "name" => IntegrationSort.Name,
            "last_sync" => IntegrationSort.LastSync,
            "since" => IntegrationSort.Since,
            _ => IntegrationSort.Attention,
        };
        var from = PageCursor.Read(query, order, isNumber: sort != IntegrationSort.Name);
        var size = PageCursor.ReadSize(query);
        query.ThrowIfAny();

        var page = await integrations.ListAsync(
            caller.Scope, filter, sort, order[0] == '-', from, size: size, ct: context.RequestAborted);
        return ApiAnswer.Ok(new IntegrationsData(
            [.. page.Items.Select(integration => describer.Describe(integration, context.Request))],
            page.Next is { } next ? PageCursor.Write(order, next) : null));
    }
}
