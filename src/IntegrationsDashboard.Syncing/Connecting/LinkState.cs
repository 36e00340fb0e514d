namespace IntegrationsDashboard.Syncing.Connecting;

/// <summary>Whether a link works, and if not, why.</summary>
public enum LinkState
{
    /// <summary>It works.</summary>
    Open,

    /// <summary>It did what it was made for.</summary>
    Used,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Whoever made it took it back.</summary>
    Revoked,

    /// <summary>There never was such a link, or it is of another dashboard.</summary>
    Unknown,
}
