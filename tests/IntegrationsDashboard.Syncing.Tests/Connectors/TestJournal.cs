using System.Collections.Concurrent;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Connectors;

namespace IntegrationsDashboard.Syncing.Tests.Connectors;

/// <summary>Keeps what connectors write.</summary>
public sealed class TestJournal : ISyncJournal
{
    private readonly ConcurrentQueue<Line> _lines = new();

    public IReadOnlyList<Line> Lines => [.. _lines];

    public IEnumerable<Line> Requests => Lines.Where(line => line.Http is not null);

    public void Add(
        LogEntryLevel level,
        string message,
        string? model = null,
        HttpExchange? http = null,
        string? requestBody = null,
        string? responseBody = null) => _lines.Enqueue(new Line(level, message, model, http, requestBody, responseBody));
}
