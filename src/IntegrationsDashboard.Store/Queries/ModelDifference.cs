using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>How many records of a model two syncs brought.</summary>
/// <param name="Name">The model.</param>
/// <param name="First">How many the first one brought; null where it does not name the model.</param>
/// <param name="Second">How many the second one brought; null where it does not name the model.</param>
public sealed record ModelDifference(string Name, long? First, long? Second)
{
    /// <summary>How many more the second one brought; a model that a sync does not name counts as none.</summary>
    public long Change => (Second ?? 0) - (First ?? 0);

    /// <summary>The models that either of two syncs names, in the first one's order, then the second one's.</summary>
    public static IReadOnlyList<ModelDifference> Between(Sync first, Sync second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return
        [
            .. first.Models.Concat(second.Models)
                .Select(model => model.Name)
                .Distinct(StringComparer.Ordinal)
                .Select(name => new ModelDifference(name, Records(first, name), Records(second, name))),
        ];
    }

    private static long? Records(Sync sync, string model) => sync.Models.FirstOrDefault(one => one.Name == model)?.Records;
}
