namespace IntegrationsDashboard.Store.Model;

/// <summary>A record of the model is synced if its field has one of the values.</summary>
/// <param name="Model">The model, such as <c>users</c>.</param>
/// <param name="Field">The field, such as <c>groups</c>.</param>
/// <param name="Values">The values.</param>
public sealed record FieldFilter(string Model, string Field, IReadOnlyList<string> Values);
