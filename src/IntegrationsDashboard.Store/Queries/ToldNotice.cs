using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What somebody was told, or is to be, with what the integration is called.</summary>
public sealed record ToldNotice
{
    /// <summary>What is told.</summary>
    public required Notice Notice { get; init; }

    /// <summary>The integration's organisation; empty where that was erased.</summary>
    public required string Organization { get; init; }

    /// <summary>The integration's tool.</summary>
    public required string Tool { get; init; }
}
