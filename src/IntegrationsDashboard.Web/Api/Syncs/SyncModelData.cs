namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary>What a sync brought of one model.</summary>
/// <param name="Name">The model, such as <c>employees</c>.</param>
/// <param name="Records">How many records it brought.</param>
/// <param name="Added">How many of them are new; null where that is not known.</param>
/// <param name="Changed">How many of them differ from before; null where that is not known.</param>
/// <param name="Removed">How many are gone from the tool; null where that is not known.</param>
internal sealed record SyncModelData(string Name, long Records, long? Added, long? Changed, long? Removed);
