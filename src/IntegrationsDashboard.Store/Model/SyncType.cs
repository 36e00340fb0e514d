namespace IntegrationsDashboard.Store.Model;

/// <summary>How much a sync looks at. The numbers are stored.</summary>
public enum SyncType
{
    /// <summary>Everything.</summary>
    Full = 0,

    /// <summary>What changed since the sync before.</summary>
    Delta = 1,
}
