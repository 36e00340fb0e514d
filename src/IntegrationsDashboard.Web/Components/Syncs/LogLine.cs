using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Components.Syncs;

/// <summary>A row of the list.</summary>
/// <param name="Entry">The entry, the first one where the row stands for several.</param>
/// <param name="Place">Where it is in the log.</param>
/// <param name="Row">Which row it is, counted from 0.</param>
public sealed record LogLine(LogEntry Entry, LogRowPlace Place, int Row);
