using IntegrationsDashboard.Store;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
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

    public static void Map(RouteGroupBuilder group) => group.MapGet("/integrations", HandleAsync).Needs(Rights.Read);

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
