namespace IntegrationsDashboard.Store.Model;

/// <summary>What is told of an integration. The numbers are stored.</summary>
public enum NoticeKind
{
    /// <summary>It entered a status that needs somebody.</summary>
    Broke = 0,

    /// <summary>It has been well again for a while.</summary>
    Healed = 1,

    /// <summary>It waits for the operators' quality assurance; told to them.</summary>
    QualityAssuranceEntered = 2,

    /// <summary>An operator resolved its quality assurance; told to the customer.</summary>
    QualityAssuranceResolved = 3,
}
