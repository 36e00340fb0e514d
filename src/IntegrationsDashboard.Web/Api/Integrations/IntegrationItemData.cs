namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>An integration in the list.</summary>
internal sealed record IntegrationItemData
{
    public required string Id { get; init; }

    public required ToolNameData Tool { get; init; }

    /// <summary>HRIS, ATS, ASSESSMENT or LMS.</summary>
    public required string Category { get; init; }

    /// <summary>PRODUCTION or DEVELOPMENT.</summary>
    public required string Environment { get; init; }

    public required EndUserData EndUser { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its status, as <c>GET /v1/integrations/{id}/status</c> tells it.</summary>
    public required StatusData Status { get; init; }

    /// <summary>The last finished sync; null before the first.</summary>
    public required LastSyncData? LastSync { get; init; }

    /// <summary>The sync that runs now; null where none does.</summary>
    public required RunningSyncData? RunningSync { get; init; }
}
