using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>Takes the lines of a sync's or a check's log. Safe to call from several threads.</summary>
public interface ISyncJournal
{
    /// <summary>Adds a line. Whoever calls has taken the secrets out of all of it.</summary>
    /// <param name="level">How much it matters.</param>
    /// <param name="message">What it says, for people.</param>
    /// <param name="model">The model it is about.</param>
    /// <param name="http">The request it is about.</param>
    /// <param name="requestBody">The request's body.</param>
    /// <param name="responseBody">The response's body.</param>
    void Add(
        LogEntryLevel level,
        string message,
        string? model = null,
        HttpExchange? http = null,
        string? requestBody = null,
        string? responseBody = null);
}
