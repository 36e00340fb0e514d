using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>A tool that can be connected, as the setting <c>Tools</c> or the product itself defines it.</summary>
public sealed record ToolDefinition
{
    /// <summary>Its id, such as <c>scim</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Label { get; init; }

    /// <summary>Its category.</summary>
    public required Category Category { get; init; }

    /// <summary>The id of the connector that talks to it.</summary>
    public required string Connector { get; init; }

    /// <summary>The address filled in for the end user; null where each has an own one.</summary>
    public string? Address { get; init; }

    /// <summary>A page that helps the end user; null where there is none.</summary>
    public Uri? Guide { get; init; }

    /// <summary>How the HTTP JSON connector reads it; null for other connectors.</summary>
    public HttpJsonDefinition? HttpJson { get; init; }
}
