namespace IntegrationsDashboard.Status;

/// <summary>The state of one sync: running, then one of the final ones. The numbers are stored.</summary>
public enum SyncState
{
    /// <summary>Under way; shown beside the status, never instead of it.</summary>
    Running = 0,

    /// <summary>Finished clean.</summary>
    Succeeded = 1,

    /// <summary>Finished with warnings.</summary>
    PartiallyFailed = 2,

    /// <summary>Ended by an error.</summary>
    Failed = 3,

    /// <summary>The tool refused the credentials.</summary>
    AuthenticationFailed = 4,

    /// <summary>Ran into its time limit.</summary>
    TimedOut = 5,

    /// <summary>Called off; never counts for the status.</summary>
    Cancelled = 6,
}
