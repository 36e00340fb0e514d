namespace IntegrationsDashboard.Status;

/// <summary>The thresholds of the rules. Each boundary belongs to the later side: at exactly 72 h the pause comes.</summary>
public sealed record StatusRules
{
    /// <summary>The rules as they are when nobody configures them.</summary>
    public static StatusRules Default { get; } = new();

    /// <summary>How long a streak of refused sign-ins must span before syncing pauses. 72 hours by default.</summary>
    public TimeSpan AuthenticationGrace { get; init; } = TimeSpan.FromHours(72);

    /// <summary>How long a development integration may go without an API request. 14 days by default.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How long the data of a deleted integration still exists. 14 days by default.</summary>
    public TimeSpan DeletionGrace { get; init; } = TimeSpan.FromDays(14);
}
