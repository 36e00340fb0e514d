namespace IntegrationsDashboard.Store.Model;

/// <summary>How many records of one model a sync brought.</summary>
/// <param name="Name">The model, such as <c>employees</c>.</param>
/// <param name="Records">The number of records, 0 or more.</param>
/// <param name="Added">How many of them are new; null where that is not known.</param>
/// <param name="Changed">How many of them differ from before; null where that is not known.</param>
/// <param name="Removed">How many are gone from the tool; null where that is not known.</param>
public sealed record SyncModel(string Name, long Records, long? Added = null, long? Changed = null, long? Removed = null);
