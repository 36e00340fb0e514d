using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>Which entries of a log are shown.</summary>
/// <param name="Level">Entries of this level and above.</param>
/// <param name="Text">Entries whose message, model or address contains this, in any case of the Latin letters; all where it is null.</param>
/// <param name="Requests">Only entries that are about an HTTP request.</param>
public sealed record LogFilter(LogEntryLevel Level = LogEntryLevel.Debug, string? Text = null, bool Requests = false)
{
    /// <summary>Whether it lets everything through.</summary>
    public bool IsEmpty => Level == LogEntryLevel.Debug && string.IsNullOrWhiteSpace(Text) && !Requests;
}
