namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>The ways in which talking to a tool fails.</summary>
public enum ConnectorFailure
{
    /// <summary>The tool refused the credentials (401, OAuth 2.0 <c>invalid_grant</c> or <c>invalid_client</c>).</summary>
    Authentication,

    /// <summary>The credentials are good, but not for this (403).</summary>
    Permission,

    /// <summary>The tool, or the way to it, does not work, or its answer cannot be used.</summary>
    Failure,
}
