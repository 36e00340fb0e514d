namespace IntegrationsDashboard.Web.Resources;

/// <summary>Names the resource file of the same name.</summary>
public sealed class EmbedResources;
