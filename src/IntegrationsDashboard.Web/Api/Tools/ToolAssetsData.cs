namespace IntegrationsDashboard.Web.Api.Tools;

/// <summary>The absolute addresses of a tool's pictures; there is one for all three uses.</summary>
internal sealed record ToolAssetsData(string LogoUrl, string IconUrl, string IconBlackUrl);
