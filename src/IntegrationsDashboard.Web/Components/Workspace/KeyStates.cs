using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Web.Components.Workspace;

/// <summary>Tells the states of API keys.</summary>
public static class KeyStates
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    /// <summary>The state of a key at the time (UTC).</summary>
    public static KeyState Of(ApiKey key, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.RevokedAt is not null ? KeyState.Revoked
            : key.ExpiresAt <= now ? KeyState.Expired
            : key.ExpiresAt <= now + Soon ? KeyState.ExpiresSoon
            : KeyState.Valid;
    }
}
