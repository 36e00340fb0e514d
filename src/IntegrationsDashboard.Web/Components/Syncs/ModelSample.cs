using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Web.Components.Syncs;

/// <summary>Some records of a model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Records">The records.</param>
public sealed record ModelSample(string Model, IReadOnlyList<StoredRecord> Records);
