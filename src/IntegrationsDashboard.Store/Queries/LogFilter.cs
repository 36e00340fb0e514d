using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>Which entries of a log are shown.</summary>
/// <param name="Level">Entries of this level and above.</param>
/// <param name="Text">Entries whose message, model or address contains this, in any case of the Latin letters; all where it is null.</param>
public sealed record LogFilter(LogEntryLevel Level = LogEntryLevel.Debug, string? Text = null)
{
    /// <summary>Whether it lets everything through.</summary>
    public bool IsEmpty => Level == LogEntryLevel.Debug && string.IsNullOrWhiteSpace(Text);
}
