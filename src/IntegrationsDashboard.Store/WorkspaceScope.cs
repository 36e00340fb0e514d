namespace IntegrationsDashboard.Store;

/// <summary>What a caller may see and touch: one workspace, or one environment of it. Every read and write takes one.</summary>
/// <param name="WorkspaceId">The workspace's number.</param>
/// <param name="EnvironmentId">The environment's number; null for both.</param>
/// <param name="By">Who calls, and what they may do; null where the dashboard itself works, which may do everything.</param>
public readonly record struct WorkspaceScope(int WorkspaceId, int? EnvironmentId = null, Initiator? By = null)
{
    /// <summary>Whether the caller may do that here.</summary>
    public bool May(Rights rights) => By?.May(rights) ?? true;
}
