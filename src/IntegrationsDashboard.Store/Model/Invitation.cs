namespace IntegrationsDashboard.Store.Model;

/// <summary>A link by which somebody joins a workspace, or the operators; it works once. Its token is stored as a hash.</summary>
public sealed class Invitation
{
    /// <summary>Its number.</summary>
    public required Guid Id { get; init; }

    /// <summary>The workspace; null where it makes an operator.</summary>
    public int? WorkspaceId { get; init; }

    /// <summary>What the invited become there.</summary>
    public required Role Role { get; init; }

    /// <summary>Whom it is meant for.</summary>
    public required string Email { get; init; }

    /// <summary>SHA-256 of the token, see <see cref="Secrets.HashKey"/>.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Who invites.</summary>
    public string? InvitedBy { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it stops working (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was accepted (UTC).</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>When it was revoked (UTC).</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Whether it still works at the time.</summary>
    public bool IsOpen(DateTimeOffset now) => UsedAt is null && RevokedAt is null && now < ExpiresAt;
}
