namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary>A page of the log of a sync.</summary>
/// <param name="Entries">The entries, by their sequence numbers.</param>
/// <param name="Next">The cursor of the next page, the sequence number of the last entry; null where this is the last page.</param>
internal sealed record LogPageData(IReadOnlyList<LogEntryData> Entries, string? Next);
