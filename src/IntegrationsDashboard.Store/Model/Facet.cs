namespace IntegrationsDashboard.Store.Model;

/// <summary>How many records of a model share the same values in the fields that can be filtered by.</summary>
/// <param name="Model">The model.</param>
/// <param name="Values">The values by field.</param>
/// <param name="Count">How many records have them.</param>
public sealed record Facet(string Model, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, long Count);
