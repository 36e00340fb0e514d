using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>The tools that can be connected, each with its connector.</summary>
public sealed class ToolRegistry
{
    private readonly Dictionary<string, IConnector> _connectors;
    private readonly Dictionary<string, ToolDefinition> _tools;

    /// <summary>Takes the tools and the connectors that they name.</summary>
    /// <exception cref="InvalidOperationException">A tool names a connector that does not exist, two share an id, or a definition cannot be right.</exception>
    public ToolRegistry(IEnumerable<ToolDefinition> tools, IEnumerable<IConnector> connectors)
    {
        _connectors = connectors.ToDictionary(connector => connector.Id);
        _tools = [];
        foreach (var tool in tools)
        {
            if (!_connectors.TryGetValue(tool.Connector, out var connector))
            {
                throw new InvalidOperationException(
                    $"The tool \"{tool.Id}\" names the connector \"{tool.Connector}\"; there are: {string.Join(", ", _connectors.Keys)}.");
            }

            // A definition that cannot be right shows at the start, not when somebody connects.
            connector.Describe(tool);
            if (!_tools.TryAdd(tool.Id, tool))
            {
                throw new InvalidOperationException($"Two tools have the id \"{tool.Id}\"; give each an id of its own.");
            }
        }
    }

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<ToolDefinition> All => [.. _tools.Values.OrderBy(tool => tool.Label, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The tool of an id; null where none can be connected.</summary>
    public ToolDefinition? Find(string id) => _tools.GetValueOrDefault(id);

    /// <summary>Its connector.</summary>
    public IConnector ConnectorOf(ToolDefinition tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        return _connectors[tool.Connector];
    }

    /// <summary>What it needs and offers.</summary>
    public ConnectorDescription Describe(ToolDefinition tool) => ConnectorOf(tool).Describe(tool);

    /// <summary>Those of a category, by name.</summary>
    public IEnumerable<ToolDefinition> Of(Category category) => All.Where(tool => tool.Category == category);
}
