namespace IntegrationsDashboard.Web.Resources;

/// <summary>Names the resource file with the texts of statuses, reasons and next steps.</summary>
public sealed class StatusResources;
