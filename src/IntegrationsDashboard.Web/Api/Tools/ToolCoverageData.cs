namespace IntegrationsDashboard.Web.Api.Tools;

/// <summary>What a tool's connector reads. Connectors write nothing, so there are no actions and no further features.</summary>
/// <param name="ReadModels">The models.</param>
internal sealed record ToolCoverageData(IReadOnlyList<CoveredModelData> ReadModels)
{
    public IReadOnlyList<EmptyData> WriteActions { get; } = [];

    public IReadOnlyList<EmptyData> Features { get; } = [];
}
