namespace IntegrationsDashboard.Store.Model;

/// <summary>
/// An integration's status shown in the customer's own product, as a page in a frame and as an image, until it expires or is revoked.
/// The token in its address is signed, and not stored.
/// </summary>
public sealed class Embed
{
    /// <summary>Its number; the token carries it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its workspace's number.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>The integration it shows.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>The origins whose pages may frame it, such as <c>https://app.example.com</c>; at least one.</summary>
    public required IReadOnlyList<string> Origins { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it stops working (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was revoked (UTC).</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Whether it still works at the time.</summary>
    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
}
