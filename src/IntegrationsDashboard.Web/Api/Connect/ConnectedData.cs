namespace IntegrationsDashboard.Web.Api.Connect;

/// <summary>The integration that came of a link, in its published shape.</summary>
internal sealed record ConnectedData
{
    /// <summary>The tool's id.</summary>
    public required string Tool { get; init; }

    public required string Id { get; init; }

    public required string? EndUserOriginId { get; init; }

    public required string EndUserOrganizationName { get; init; }

    public required string? EndUserEmail { get; init; }

    /// <summary>INCOMPLETE, FINAL_SYNC_PENDING or COMPLETED.</summary>
    public required string SetupStatus { get; init; }
}
