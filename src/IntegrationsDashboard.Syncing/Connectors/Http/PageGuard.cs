using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>Ends a reading that would never end by itself.</summary>
internal sealed class PageGuard(ToolDefinition tool, Uri uri, string model)
{
    private readonly HashSet<string> _places = [];
    private string? _lastPage;

    /// <summary>Looks at where the next page is said to be: a cursor or an address.</summary>
    /// <exception cref="ConnectorException">The reading was there before.</exception>
    public void Next(string place)
    {
        if (!_places.Add(place))
        {
            throw InCircles();
        }
    }

    /// <summary>Looks at a page that was asked for by its number.</summary>
    /// <exception cref="ConnectorException">It is the page before.</exception>
    public void Page(JsonArray records)
    {
        if (records.Count == 0)
        {
            return;
        }

        var page = $"{records.Count} {records[0]?.ToJsonString()} {records[^1]?.ToJsonString()}";
        if (page == _lastPage)
        {
            throw InCircles();
        }

        _lastPage = page;
    }

    private ConnectorException InCircles() =>
        ToolFailures.Unusable(tool, uri, $"the pages of {model} repeat themselves, so that there is no end to them", model);
}
