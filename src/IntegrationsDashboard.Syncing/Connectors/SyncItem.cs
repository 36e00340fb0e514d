using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>One thing that a connector found. The cases below are all there are.</summary>
/// <param name="Model">The model it is about.</param>
public abstract record SyncItem(string Model);

/// <summary>A record.</summary>
/// <param name="Model">Its model.</param>
/// <param name="RemoteId">Its id in the tool, 1 to 200 characters.</param>
/// <param name="Data">Its fields.</param>
public sealed record RecordFound(string Model, string RemoteId, JsonObject Data) : SyncItem(Model);

/// <summary>A record is gone from the tool; only delta syncs tell this way.</summary>
/// <param name="Model">Its model.</param>
/// <param name="RemoteId">Its id in the tool.</param>
public sealed record RecordGone(string Model, string RemoteId) : SyncItem(Model);

/// <summary>Something is wrong that does not end the sync: it will end with warnings.</summary>
/// <param name="Model">The model it is about.</param>
/// <param name="Message">What, in words for people.</param>
public sealed record WarningFound(string Model, string Message) : SyncItem(Model);

/// <summary>Every record of the model was read: in a full sync, what was not among them is gone from the tool.</summary>
/// <param name="Model">The model.</param>
public sealed record ModelRead(string Model) : SyncItem(Model);
