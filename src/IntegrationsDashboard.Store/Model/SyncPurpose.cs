namespace IntegrationsDashboard.Store.Model;

/// <summary>Why a sync is queued. The numbers are stored.</summary>
public enum SyncPurpose
{
    /// <summary>Its time came.</summary>
    Scheduled = 0,

    /// <summary>A person or a program asked for it.</summary>
    Requested = 1,

    /// <summary>The integration was just connected.</summary>
    First = 2,

    /// <summary>It reads the values that filters are chosen from, and stores no record.</summary>
    SetUp = 3,

    /// <summary>Its filters were just configured.</summary>
    Final = 4,

    /// <summary>Its credentials were just replaced.</summary>
    Reconnected = 5,

    /// <summary>An operator tries what the first sync had shown.</summary>
    QualityAssurance = 6,
}
