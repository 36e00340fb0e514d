namespace IntegrationsDashboard.Status;

/// <summary>
/// The nine statuses, in order of precedence: of all whose condition holds, the first is the status.
/// The numbers are stored; never renumber them.
/// </summary>
public enum IntegrationStatus
{
    /// <summary>It was deleted; its data still exists for a while.</summary>
    Deleted = 0,

    /// <summary>It was switched off, by a person, an API call or the idle rule.</summary>
    Inactive = 1,

    /// <summary>The tool refused the credentials for so long that syncing is paused until new ones come.</summary>
    CredentialsInvalid = 2,

    /// <summary>Its first finished sync was not clean, and no operator has resolved it yet.</summary>
    QualityAssurance = 3,

    /// <summary>It is connected, but its filters were not configured yet.</summary>
    Setup = 4,

    /// <summary>The last finished sync could not sign in to the tool.</summary>
    AuthenticationFailing = 5,

    /// <summary>The last finished sync failed or timed out.</summary>
    SyncFailing = 6,

    /// <summary>The last finished sync ended with warnings.</summary>
    SyncHasWarnings = 7,

    /// <summary>Nothing is wrong.</summary>
    Active = 8,
}
