using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Components.Integrations;

/// <summary>A group of the list as it is shown.</summary>
/// <param name="Group">The group.</param>
/// <param name="Items">Its first rows; null while it is closed.</param>
public sealed record ListSection(IntegrationGroup Group, IReadOnlyList<IntegrationView>? Items);
