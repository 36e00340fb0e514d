namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>The published shape of a tool.</summary>
/// <param name="Id">Its id, such as <c>personio</c>.</param>
/// <param name="Label">Its name.</param>
/// <param name="InternalLabel">A name within the company; none is kept, so always null.</param>
/// <param name="LogoUrl">The absolute address of its logo.</param>
/// <param name="IconUrl">The absolute address of its icon.</param>
internal sealed record ToolData(string Id, string Label, string? InternalLabel, string LogoUrl, string IconUrl);
