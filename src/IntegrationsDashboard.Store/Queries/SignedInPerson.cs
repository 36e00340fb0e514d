using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>Who is behind a session that still counts.</summary>
public sealed record SignedInPerson
{
    /// <summary>The session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>The person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What they are called.</summary>
    public required string Name { get; init; }

    /// <summary>Their e-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>The language they read, one of <see cref="Languages.All"/>; null where that is not known.</summary>
    public string? Language { get; init; }

    /// <summary>Whether they run the dashboard.</summary>
    public required bool IsOperator { get; init; }

    /// <summary>The IP address that the session was last seen at.</summary>
    public string? Address { get; init; }

    /// <summary>When the session was last seen (UTC), to the minute.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>The workspace last chosen.</summary>
    public int? ChosenWorkspaceId { get; init; }

    /// <summary>The environment last chosen; null for both.</summary>
    public EnvironmentKind? ChosenEnvironment { get; init; }

    /// <summary>What they may see, by name; for operators every workspace.</summary>
    public required IReadOnlyList<OpenWorkspace> Workspaces { get; init; }
}
