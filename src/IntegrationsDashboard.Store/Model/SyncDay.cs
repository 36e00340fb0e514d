namespace IntegrationsDashboard.Store.Model;

/// <summary>A day of an integration's syncs.</summary>
public sealed class SyncDay : DayTally
{
    /// <summary>The integration.</summary>
    public required string IntegrationId { get; init; }
}
