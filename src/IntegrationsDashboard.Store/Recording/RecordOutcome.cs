namespace IntegrationsDashboard.Store.Recording;

/// <summary>What became of what a sync found out about a record.</summary>
public enum RecordOutcome
{
    /// <summary>It was not known, or had been removed.</summary>
    Added,

    /// <summary>It differs from what was known.</summary>
    Changed,

    /// <summary>It is as it was.</summary>
    Unchanged,

    /// <summary>It was known and is gone.</summary>
    Removed,

    /// <summary>Nothing to count: the sync had seen it before, or it was gone already.</summary>
    Nothing,
}
