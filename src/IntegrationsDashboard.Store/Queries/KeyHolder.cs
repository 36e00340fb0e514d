using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What an API key opens.</summary>
/// <param name="Scope">Its environment.</param>
/// <param name="Environment">Which of the two that is.</param>
/// <param name="KeyName">The key's name.</param>
public sealed record KeyHolder(WorkspaceScope Scope, EnvironmentKind Environment, string KeyName);
