namespace IntegrationsDashboard.Store;

/// <summary>What a caller may do in a workspace. The numbers are stored with API keys.</summary>
[Flags]
public enum Rights
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>See integrations, syncs and logs.</summary>
    Read = 1,

    /// <summary>Report integrations, syncs and logs.</summary>
    Report = 2,

    /// <summary>Act on integrations: switch, sync, connect, make links.</summary>
    Act = 4,

    /// <summary>Delete integrations.</summary>
    Delete = 8,

    /// <summary>Manage members and keys.</summary>
    Administer = 16,

    /// <summary>Do what those do who run the dashboard.</summary>
    Operate = 32,
}
