namespace IntegrationsDashboard.Web.Api.Keys;

/// <summary>What a key opens, in its published shape.</summary>
/// <param name="EnvironmentId">The environment's number, as text.</param>
/// <param name="CustomerId">The workspace's number, as text.</param>
internal sealed record CheckedKeyData(string EnvironmentId, string CustomerId);
