namespace IntegrationsDashboard.Web.Api.Tools;

/// <summary>The tools of a category that can be connected.</summary>
/// <param name="Tools">The tools, by name.</param>
internal sealed record ToolsData(IReadOnlyList<ConnectableToolData> Tools);
