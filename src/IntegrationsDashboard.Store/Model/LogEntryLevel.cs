namespace IntegrationsDashboard.Store.Model;

/// <summary>How much a log entry matters. The numbers are stored.</summary>
public enum LogEntryLevel
{
    /// <summary>For whoever builds the connector.</summary>
    Debug = 0,

    /// <summary>What was done.</summary>
    Info = 1,

    /// <summary>Something was left out or looks wrong.</summary>
    Warning = 2,

    /// <summary>Something failed.</summary>
    Error = 3,
}
