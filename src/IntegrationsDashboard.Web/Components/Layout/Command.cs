using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Web.Components.Layout;

/// <summary>Something that the palette leads to.</summary>
/// <param name="Kind">What it is: Page, View, Integration or Sync.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Detail">What tells it from others of the same name.</param>
/// <param name="Status">An integration's status.</param>
public sealed record Command(string Kind, string Label, string Address, string? Detail = null, IntegrationStatus? Status = null);
