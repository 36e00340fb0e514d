namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>The last finished sync of an integration.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Its final state, such as SUCCEEDED.</param>
/// <param name="EndedAt">When it ended (UTC).</param>
/// <param name="LogUrl">The absolute address of the page that shows it, at the log entry that explains it.</param>
internal sealed record LastSyncData(string Id, string State, DateTimeOffset EndedAt, string LogUrl);
