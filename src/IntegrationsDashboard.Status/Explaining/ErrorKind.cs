namespace IntegrationsDashboard.Status.Explaining;

/// <summary>What kind of trouble an error message tells of.</summary>
public enum ErrorKind
{
    /// <summary>The connection is not safe: the certificate has expired, or nobody vouches for it.</summary>
    Certificate,

    /// <summary>The tool lets in certain IP addresses only, and this one is none of them.</summary>
    IpBlocked,

    /// <summary>The tool takes no more requests for now.</summary>
    RateLimit,

    /// <summary>What the customer has bought at the tool does not include its API, or has ended.</summary>
    PlanLimit,

    /// <summary>The tool's account that the credentials belong to is locked, suspended or deactivated.</summary>
    AccountLocked,

    /// <summary>Somebody took the access back at the tool, or has not granted it yet.</summary>
    RevokedConsent,

    /// <summary>A secret, key, password or token is older than the tool lets it be.</summary>
    ExpiredSecret,

    /// <summary>The credentials may do less than is needed.</summary>
    MissingScope,

    /// <summary>The tool does not know the credentials.</summary>
    WrongCredentials,

    /// <summary>The sync took longer than it may.</summary>
    TooSlow,

    /// <summary>Nothing is where the tool should be.</summary>
    WrongAddress,

    /// <summary>The tool cannot be reached, or has a problem of its own.</summary>
    Outage,

    /// <summary>The tool sent something that cannot be used.</summary>
    InvalidData,
}
