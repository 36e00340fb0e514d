using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Api;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Looks after the keys of answers that go on for long.</summary>
internal sealed class KeyWatch(WorkspaceQueries workspaces)
{
    /// <summary>Whether the key that a request came with still opens what it opened then.</summary>
    public async Task<bool> StillOpensAsync(HttpRequest request, ApiCaller caller, CancellationToken ct) =>
        ApiKeyAuthentication.KeyIn(request) is { } key && (await workspaces.FindKeyAsync(key, ct))?.KeyId == caller.Scope.By?.ApiKeyId;
}
