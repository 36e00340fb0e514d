namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>
/// The published shape of an integration. Which models it reads is known of those that are synced from here; connectors write
/// nothing, so the list of actions is always empty.
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

    /// <summary>Since when its data no longer matches its filters; null while it does.</summary>
    public DateTimeOffset? DataExpiredAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool Beta { get; init; }

    public IReadOnlyList<ReadModelData> ReadModels { get; init; } = [];

    public IReadOnlyList<EmptyData> WriteActions { get; init; } = [];
}
