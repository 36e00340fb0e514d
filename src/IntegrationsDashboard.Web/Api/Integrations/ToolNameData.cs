namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>A tool, where its pictures are of no use.</summary>
/// <param name="Id">Its id, such as <c>personio</c>.</param>
/// <param name="Label">Its name.</param>
internal sealed record ToolNameData(string Id, string Label);
