namespace IntegrationsDashboard.Store.Queries;

/// <summary>What the list of integrations is grouped by.</summary>
public enum IntegrationGrouping
{
    /// <summary>By the end users' organisation, in any case.</summary>
    Customer,

    /// <summary>By tool.</summary>
    Tool,

    /// <summary>By status.</summary>
    Status,

    /// <summary>By environment.</summary>
    Environment,
}
