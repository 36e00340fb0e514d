namespace IntegrationsDashboard.Store.Model;

/// <summary>How many records of one model a sync brought.</summary>
/// <param name="Name">The model, such as <c>employees</c>.</param>
/// <param name="Records">The number of records, 0 or more.</param>
public sealed record SyncModel(string Name, long Records);
