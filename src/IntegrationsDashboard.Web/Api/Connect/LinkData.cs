namespace IntegrationsDashboard.Web.Api.Connect;

/// <summary>A link to a public page.</summary>
/// <param name="Link">Its absolute address.</param>
internal sealed record LinkData(string Link);
