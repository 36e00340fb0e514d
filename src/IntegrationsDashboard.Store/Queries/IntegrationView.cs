using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>An integration as it is shown: what it is, and its status at the time of asking.</summary>
public sealed record IntegrationView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its environment's number.</summary>
    public required int EnvironmentId { get; init; }

    /// <summary>Its environment.</summary>
    public required EnvironmentKind Environment { get; init; }

    /// <summary>Its tool's id.</summary>
    public required string Tool { get; init; }

    /// <summary>The tool's category.</summary>
    public required Category Category { get; init; }

    /// <summary>Who holds the credentials.</summary>
    public required EndUser EndUser { get; init; }

    /// <summary>When it was created (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The facts its status follows from.</summary>
    public required IntegrationFacts Facts { get; init; }

    /// <summary>Its status.</summary>
    public required Evaluation Evaluation { get; init; }

    /// <summary>The sync that runs now.</summary>
    public string? RunningSyncId { get; init; }

    /// <summary>When that sync started (UTC).</summary>
    public DateTimeOffset? RunningSince { get; init; }
}
