namespace IntegrationsDashboard.Status;

/// <summary>The coarser state that published clients know.</summary>
public enum IntegrationState
{
    /// <summary>It may be used.</summary>
    Active,

    /// <summary>Its credentials are invalid.</summary>
    Invalid,

    /// <summary>It is switched off or waits for an operator.</summary>
    Inactive,

    /// <summary>It was deleted: the API answers as if it had never been.</summary>
    NotFound,
}
