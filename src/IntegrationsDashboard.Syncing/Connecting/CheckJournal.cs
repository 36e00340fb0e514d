using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Connectors;

namespace IntegrationsDashboard.Syncing.Connecting;

/// <summary>Keeps the lines of a check in memory, without bodies: an attempt to connect shows what was asked, not what was there.</summary>
internal sealed class CheckJournal(TimeProvider time) : ISyncJournal
{
    private readonly Lock _lock = new();
    private readonly List<FlowEntry> _entries = [];

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<FlowEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    /// <inheritdoc/>
    public void Add(
        LogEntryLevel level,
        string message,
        string? model = null,
        HttpExchange? http = null,
        string? requestBody = null,
        string? responseBody = null)
    {
        lock (_lock)
        {
            _entries.Add(new FlowEntry(time.GetUtcNow(), level, message, http));
        }
    }
}
