namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary>A page of the syncs of an integration.</summary>
/// <param name="Syncs">The syncs, the last started first.</param>
/// <param name="Next">The cursor of the next page; null where this is the last.</param>
internal sealed record SyncsData(IReadOnlyList<SyncData> Syncs, string? Next);
