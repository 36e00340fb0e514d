namespace IntegrationsDashboard.Web.Api.Tools;

/// <summary>The published shape of a tool that can be connected.</summary>
internal sealed record ConnectableToolData
{
    public required string Id { get; init; }

    public required string Label { get; init; }

    /// <summary>A name within the company; none is kept.</summary>
    public string? InternalLabel { get; init; }

    public required ToolAssetsData Assets { get; init; }

    public string? PaidApiDetailsMarkdown { get; init; }

    public string? FastTrackDetailsMarkdown { get; init; }

    public string? PartnerOnlyDetailsMarkdown { get; init; }

    /// <summary>A page that helps the end user.</summary>
    public required string? ConnectionGuideUrl { get; init; }

    public required ToolCoverageData Coverage { get; init; }
}
