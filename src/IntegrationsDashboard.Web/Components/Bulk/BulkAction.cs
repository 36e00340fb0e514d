namespace IntegrationsDashboard.Web.Components.Bulk;

/// <summary>What can be done to many integrations at once.</summary>
public enum BulkAction
{
    /// <summary>Switch them on.</summary>
    Activate,

    /// <summary>Switch them off.</summary>
    Deactivate,

    /// <summary>Sync them now.</summary>
    Sync,

    /// <summary>Make a reconnection link for each.</summary>
    Link,
}
