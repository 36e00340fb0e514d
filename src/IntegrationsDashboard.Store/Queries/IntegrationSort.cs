namespace IntegrationsDashboard.Store.Queries;

/// <summary>What the list of integrations is sorted by.</summary>
public enum IntegrationSort
{
    /// <summary>The one that needs a person most first; within a status the most recent first.</summary>
    Attention,

    /// <summary>By organisation, then tool.</summary>
    Name,

    /// <summary>The one whose last sync ended most recently first.</summary>
    LastSync,

    /// <summary>The one whose status is youngest first.</summary>
    Since,
}
