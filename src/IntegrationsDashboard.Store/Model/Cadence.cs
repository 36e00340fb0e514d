namespace IntegrationsDashboard.Store.Model;

/// <summary>How soon somebody is told. The numbers are stored.</summary>
public enum Cadence
{
    /// <summary>As soon as it happens.</summary>
    AtOnce = 0,

    /// <summary>Once a day, all together.</summary>
    Daily = 1,

    /// <summary>Not at all.</summary>
    Never = 2,
}
