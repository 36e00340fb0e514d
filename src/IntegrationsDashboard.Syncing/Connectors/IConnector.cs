namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>Knows how to talk to tools of one kind.</summary>
public interface IConnector
{
    /// <summary>The id by which a tool names it, such as <c>scim</c>.</summary>
    string Id { get; }

    /// <summary>What it needs and offers for a tool.</summary>
    ConnectorDescription Describe(ToolDefinition tool);

    /// <summary>Tries the address and the credentials against the tool.</summary>
    /// <exception cref="ConnectorException">They do not work; the message says why in words for people.</exception>
    Task CheckAsync(ConnectorContext context, CancellationToken ct);

    /// <summary>Reads the tool's records as a stream. A warning goes into the stream; whatever ends the sync is thrown.</summary>
    /// <exception cref="ConnectorException">The sync cannot go on.</exception>
    IAsyncEnumerable<SyncItem> SyncAsync(ConnectorContext context, SyncOrder order, CancellationToken ct);
}
