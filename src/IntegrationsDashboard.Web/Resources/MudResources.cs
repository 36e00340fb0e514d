namespace IntegrationsDashboard.Web.Resources;

/// <summary>What the component library says by itself, by its own keys.</summary>
public sealed class MudResources;
