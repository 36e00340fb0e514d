namespace IntegrationsDashboard.Status;

/// <summary>Which of a workspace's two environments something belongs to. The numbers are stored.</summary>
public enum EnvironmentKind
{
    /// <summary>Real customers; never switched off by the idle rule.</summary>
    Production = 0,

    /// <summary>For trying things; switched off when nobody uses it for a while.</summary>
    Development = 1,
}
