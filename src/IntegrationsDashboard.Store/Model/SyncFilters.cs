namespace IntegrationsDashboard.Store.Model;

/// <summary>What of a tool is synced.</summary>
/// <param name="ExcludedModels">Models that are left out.</param>
/// <param name="Fields">Conditions on records; a record of a model has to meet all that name its model.</param>
public sealed record SyncFilters(IReadOnlyList<string> ExcludedModels, IReadOnlyList<FieldFilter> Fields)
{
    /// <summary>Everything is synced.</summary>
    public static SyncFilters None { get; } = new([], []);

    /// <summary>Whether a record with these values, by field, is synced.</summary>
    public bool Includes(string model, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return !ExcludedModels.Contains(model)
            && Fields.All(filter => filter.Model != model
                || (values.TryGetValue(filter.Field, out var has) && has.Any(filter.Values.Contains)));
    }
}
