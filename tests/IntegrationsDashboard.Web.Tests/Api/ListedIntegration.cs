namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>What the calls for a single integration tell of it.</summary>
public sealed record ListedIntegration(
    string Id, string Tool, string Category, string Organization, string Status, DateTimeOffset Since, DateTimeOffset? LastSync);
