namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>One model that a connector reads.</summary>
/// <param name="Id">Its id, such as <c>users</c>.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Fields">The fields that its records carry.</param>
/// <param name="FilterFields">Those of them that can be filtered by.</param>
public sealed record ModelDescription(string Id, string Label, IReadOnlyList<string> Fields, IReadOnlyList<string> FilterFields);
