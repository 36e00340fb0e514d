namespace IntegrationsDashboard.Store.Model;

/// <summary>That a person belongs to a workspace.</summary>
public sealed class Membership
{
    /// <summary>The workspace's number.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>The person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What they may do there.</summary>
    public required Role Role { get; set; }

    /// <summary>Since when (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether single sign-on gave it, and takes it away when the claim is gone.</summary>
    public bool IsFromSingleSignOn { get; init; }
}
