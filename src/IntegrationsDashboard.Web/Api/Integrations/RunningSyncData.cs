namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>The sync of an integration that runs now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="StartedAt">When it started (UTC).</param>
internal sealed record RunningSyncData(string Id, DateTimeOffset? StartedAt);
