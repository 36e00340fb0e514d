using System.Text.Json;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Catalogue;
using IntegrationsDashboard.Web.Components.Workspace;
using IntegrationsDashboard.Web.Reports;
using IntegrationsDashboard.Web.Texts;

namespace IntegrationsDashboard.Web.Components.Integrations;

/// <summary>What a file of the list tells of an integration, by the names that the API uses.</summary>
/// <param name="texts">The words.</param>
/// <param name="moments">Puts instants into words, in UTC.</param>
/// <param name="addressOf">Makes an address work outside the dashboard.</param>
internal sealed class ExportColumns(StatusTexts texts, Moments moments, Func<string, string> addressOf)
{
    /// <summary>The names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "id", "organization_name", "creator_email", "origin_id", "tool", "tool_name", "category", "environment", "status", "status_label", "reason",
        "since", "state", "last_sync_id", "last_sync_state", "last_sync_ended_at", "next_step", "created_at", "url",
    ];

    /// <summary>The values, in the order of the names; null for what there is not.</summary>
    public IReadOnlyList<string?> Values(IntegrationView item)
    {
        var evaluation = item.Evaluation;
        var last = item.Facts.LastSync;
        return
        [
            item.Id,
            item.EndUser.OrganizationName,
            item.EndUser.CreatorEmail,
            item.EndUser.OriginId,
            item.Tool,
            ToolCatalogue.Label(item.Tool),
            Words<Category>.Of(item.Category),
            Words<EnvironmentKind>.Of(item.Environment),
            evaluation.Status.Word(),
            texts.Label(evaluation.Status),
            texts.Reason(item.Tool, evaluation.Reason, moments),
            CsvText.Instant(evaluation.Since),
            Words<IntegrationState>.Of(evaluation.State),
            last?.SyncId,
            last is null ? null : Words<SyncState>.Of(last.State),
            last is null ? null : CsvText.Instant(last.EndedAt),
            evaluation.NextSteps.Count == 0 ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(evaluation.NextSteps[0].Kind.ToString()),
            CsvText.Instant(item.CreatedAt),
            addressOf(Links.Integration(item.Id)),
        ];
    }
}
