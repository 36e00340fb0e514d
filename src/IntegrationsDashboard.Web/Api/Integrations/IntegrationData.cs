namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>
/// The published shape of an integration. Which models it reads and which actions it can write is not known yet: nothing
/// reports it, so both lists are there and empty.
/// </summary>
internal sealed record IntegrationData
{
    public required string Id { get; init; }

    public required ToolData Tool { get; init; }

    /// <summary>HRIS, ATS, ASSESSMENT or LMS.</summary>
    public required string Category { get; init; }

    /// <summary>ACTIVE, INVALID or INACTIVE.</summary>
    public required string Status { get; init; }

    /// <summary>INCOMPLETE, FINAL_SYNC_PENDING or COMPLETED.</summary>
    public required string SetupStatus { get; init; }

    public required EndUserData EndUser { get; init; }

    public required ScopeConfigData ScopeConfig { get; init; }

    /// <summary>When its data expired; the data of an integration that still exists never does.</summary>
    public DateTimeOffset? DataExpiredAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool Beta { get; init; }

    public IReadOnlyList<EmptyData> ReadModels { get; init; } = [];

    public IReadOnlyList<EmptyData> WriteActions { get; init; } = [];
}
