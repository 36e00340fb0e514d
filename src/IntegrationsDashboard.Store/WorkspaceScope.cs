namespace IntegrationsDashboard.Store;

/// <summary>What a caller may see and touch: one workspace, or one environment of it. Every read and write takes one.</summary>
/// <param name="WorkspaceId">The workspace's number.</param>
/// <param name="EnvironmentId">The environment's number; null for both.</param>
public readonly record struct WorkspaceScope(int WorkspaceId, int? EnvironmentId = null);
