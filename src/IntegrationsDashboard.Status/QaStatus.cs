namespace IntegrationsDashboard.Status;

/// <summary>What is known of an integration's first sync.</summary>
public enum QaStatus
{
    /// <summary>No sync has finished yet.</summary>
    Pending,

    /// <summary>The first finished sync was not clean and no operator resolved it.</summary>
    Failed,

    /// <summary>The first finished sync was clean, or an operator resolved what it showed.</summary>
    Passed,
}
