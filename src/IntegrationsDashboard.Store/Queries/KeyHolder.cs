using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What an API key opens.</summary>
/// <param name="Scope">Its environment, on behalf of the key with what it may do.</param>
/// <param name="Environment">Which of the two that is.</param>
/// <param name="KeyId">The key's number.</param>
/// <param name="KeyName">The key's name.</param>
public sealed record KeyHolder(WorkspaceScope Scope, EnvironmentKind Environment, int KeyId, string KeyName);
