namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>How the HTTP JSON connector reads a tool.</summary>
public sealed record HttpJsonDefinition
{
    /// <summary>The ids of the ways to sign in: <c>bearer</c>, <c>basic</c>, <c>api-key</c>, <c>oauth2</c>.</summary>
    public required IReadOnlyList<string> SignIn { get; init; }

    /// <summary>The header that carries an API key.</summary>
    public string ApiKeyHeader { get; init; } = "X-Api-Key";

    /// <summary>Where OAuth 2.0 client credentials are exchanged for a token, relative to the address; needed for <c>oauth2</c>.</summary>
    public string? TokenPath { get; init; }

    /// <summary>What a check asks for, relative to the address; the first resource where it is null.</summary>
    public string? CheckPath { get; init; }

    /// <summary>What there is to read, one model each.</summary>
    public required IReadOnlyList<HttpJsonResource> Resources { get; init; }
}
