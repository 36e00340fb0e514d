namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary>What became of reported log entries.</summary>
/// <param name="Added">How many were new.</param>
/// <param name="AlreadyKnown">How many had a sequence number that was known already; those changed nothing.</param>
internal sealed record LogsData(int Added, int AlreadyKnown);
