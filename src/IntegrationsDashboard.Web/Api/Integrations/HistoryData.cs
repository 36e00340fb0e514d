namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>A page of the history of an integration.</summary>
/// <param name="Changes">The changes of its status, the most recent first.</param>
/// <param name="Next">The cursor of the next page; null where this is the last.</param>
internal sealed record HistoryData(IReadOnlyList<StatusChangeData> Changes, string? Next);
