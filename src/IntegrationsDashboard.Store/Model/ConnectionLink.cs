namespace IntegrationsDashboard.Store.Model;

/// <summary>A link to a public page that works once, until it expires or is revoked. The token in its address is signed, and not stored.</summary>
public sealed class ConnectionLink
{
    /// <summary>Its number; the token carries it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its workspace's number.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>Its environment's number.</summary>
    public required int EnvironmentId { get; init; }

    /// <summary>What it leads to.</summary>
    public required LinkKind Kind { get; init; }

    /// <summary>The integration it is about; for a new one, set once it was created.</summary>
    public string? IntegrationId { get; set; }

    /// <summary>The end user of a new integration.</summary>
    public string? OrganizationName { get; init; }

    /// <summary>The end user's address.</summary>
    public string? EndUserEmail { get; init; }

    /// <summary>The end user's id in the customer's own system.</summary>
    public string? OriginId { get; init; }

    /// <summary>The only category to choose from.</summary>
    public Category? Category { get; init; }

    /// <summary>The only tool to choose.</summary>
    public string? Tool { get; init; }

    /// <summary>The language of the page: en, de, fr, it or es.</summary>
    public string? Language { get; init; }

    /// <summary>Whether a new integration's filters are configured before it syncs.</summary>
    public bool EnableFiltering { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it stops working (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it did what it was made for (UTC).</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>When it was revoked (UTC).</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Whether it still works at the time.</summary>
    public bool IsOpen(DateTimeOffset now) => UsedAt is null && RevokedAt is null && now < ExpiresAt;
}
