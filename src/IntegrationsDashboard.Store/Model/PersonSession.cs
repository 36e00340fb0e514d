using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Model;

/// <summary>One sign-in of a person on one device. The cookie names it, and is worth nothing once it has ended.</summary>
public sealed class PersonSession
{
    /// <summary>Its number.</summary>
    public required Guid Id { get; init; }

    /// <summary>The person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The browser, as it names itself.</summary>
    public string? Device { get; init; }

    /// <summary>The IP address it was last seen at.</summary>
    public string? Address { get; set; }

    /// <summary>When it began (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last seen (UTC), to the minute.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When it ends by itself unless it is seen again (UTC).</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was ended (UTC).</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The workspace chosen in the header; null: the first.</summary>
    public int? WorkspaceId { get; set; }

    /// <summary>The environment chosen in the header; null: both.</summary>
    public EnvironmentKind? Environment { get; set; }

    /// <summary>Whether it still counts at the time.</summary>
    public bool IsOpen(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;
}
