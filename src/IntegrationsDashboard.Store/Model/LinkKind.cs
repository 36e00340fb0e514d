namespace IntegrationsDashboard.Store.Model;

/// <summary>What a link leads to. The numbers are stored.</summary>
public enum LinkKind
{
    /// <summary>A new integration.</summary>
    Connect = 0,

    /// <summary>New credentials for an integration.</summary>
    Reconnect = 1,

    /// <summary>The filters of an integration.</summary>
    SetUp = 2,
}
