namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>What proves a status; all null where no sync does.</summary>
/// <param name="SyncId">The sync.</param>
/// <param name="Entry">The sequence number of the log entry that explains it, where one is known.</param>
/// <param name="LogUrl">The absolute address of the page that shows it.</param>
internal sealed record EvidenceData(string? SyncId, int? Entry, string? LogUrl);
