namespace IntegrationsDashboard.Web.Components.Integrations;

/// <summary>A column of the list that can be left out; in the order in which they stand.</summary>
public enum ListColumn
{
    /// <summary>Environment and category.</summary>
    Where,

    /// <summary>Why it has its status.</summary>
    Reason,

    /// <summary>Since when.</summary>
    Since,

    /// <summary>When the last sync ended.</summary>
    LastSync,

    /// <summary>How many of its syncs of the last 30 days succeeded.</summary>
    Success,

    /// <summary>The end user's address.</summary>
    Email,

    /// <summary>The organisation's id in the customer's own system.</summary>
    CustomerId,

    /// <summary>Its own id.</summary>
    Id,

    /// <summary>What to do.</summary>
    NextStep,
}
