namespace IntegrationsDashboard.Status;

/// <summary>What a failing integration suffers from, as far as several may suffer from the same.</summary>
public enum FailureFamily
{
    /// <summary>Its syncs fail or time out.</summary>
    Syncs,

    /// <summary>The tool refuses its credentials, whether syncing is paused for that already or not.</summary>
    Authentication,
}
