using System.Text.Json;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Syncing.Running;

/// <summary>Counts the records that a sync read by model and the values that one can filter by.</summary>
internal sealed class FacetCounter
{
    // What a person chooses from is groups and places; a field with a value of its own for every record is none to filter by.
    private const int Most = 20_000;

    private readonly Dictionary<string, (string Model, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, long Count)> _counts = [];

    /// <summary>Whether there were more combinations of values than are kept.</summary>
    public bool IsFull { get; private set; }

    /// <summary>What was counted.</summary>
    public IReadOnlyList<Facet> Facets => [.. _counts.Values.Select(facet => new Facet(facet.Model, facet.Values, facet.Count))];

    public void Add(string model, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var key = $"{model}\n{JsonSerializer.Serialize(values)}";
        if (!_counts.TryGetValue(key, out var known))
        {
            if (_counts.Count == Most)
            {
                IsFull = true;
                return;
            }

            known = (model, values, 0);
        }

        _counts[key] = known with { Count = known.Count + 1 };
    }
}
