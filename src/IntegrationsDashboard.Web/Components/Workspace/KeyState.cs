namespace IntegrationsDashboard.Web.Components.Workspace;

/// <summary>What has become of an API key.</summary>
public enum KeyState
{
    /// <summary>It works.</summary>
    Valid,

    /// <summary>It works, and stops within a week.</summary>
    ExpiresSoon,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Somebody revoked it.</summary>
    Revoked,
}
