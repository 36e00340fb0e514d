namespace IntegrationsDashboard.Status;

/// <summary>What a person can do about a status.</summary>
public enum NextStepKind
{
    /// <summary>Read the deletion policy and how long the data still exists.</summary>
    ReadDeletionPolicy,

    /// <summary>Switch it on again in its settings.</summary>
    Reactivate,

    /// <summary>Have the end user enter new credentials.</summary>
    SendReconnectionLink,

    /// <summary>Enter new credentials oneself.</summary>
    EnterCredentials,

    /// <summary>See what the engineers know.</summary>
    SeeQualityAssurance,

    /// <summary>Configure the filters.</summary>
    ConfigureFilters,

    /// <summary>Have the end user configure the filters.</summary>
    CreateSetupLink,

    /// <summary>Renew the credentials before syncing pauses.</summary>
    Reconnect,

    /// <summary>Open the log at the line that explains the status.</summary>
    OpenLog,

    /// <summary>Write to support with everything filled in.</summary>
    ContactSupport,
}
