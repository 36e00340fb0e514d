namespace IntegrationsDashboard.Store.Model;

/// <summary>A program's key to one environment. The key itself is never stored.</summary>
public sealed class ApiKey
{
    /// <summary>Its number.</summary>
    public int Id { get; init; }

    /// <summary>Its environment's number.</summary>
    public int EnvironmentId { get; init; }

    /// <summary>A name for people.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the key, see <see cref="Secrets.HashKey"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>The key's last four characters, to tell it from others; empty for one that was set from outside.</summary>
    public string Hint { get; init; } = "";

    /// <summary>What it may do: within <see cref="RoleRights.Key"/>.</summary>
    public Rights Rights { get; init; } = RoleRights.Key;

    /// <summary>When it was created (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who created it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>When it was last used (UTC), to the minute; null for never.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>When it stops working (UTC); null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>When it was revoked (UTC).</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>The key that it succeeds.</summary>
    public int? ReplacesId { get; init; }

    /// <summary>Whether it works at the time.</summary>
    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);
}
