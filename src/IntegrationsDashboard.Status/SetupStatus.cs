namespace IntegrationsDashboard.Status;

/// <summary>How far the configuration of an integration's filters has come. The numbers are stored.</summary>
public enum SetupStatus
{
    /// <summary>The filters are not configured yet.</summary>
    Incomplete = 0,

    /// <summary>The filters are configured; the first sync with them has not got in yet.</summary>
    FinalSyncPending = 1,

    /// <summary>Done, or never needed.</summary>
    Completed = 2,
}
