namespace IntegrationsDashboard.Web.Components.Integrations;

/// <summary>Which integrations of the list somebody has picked.</summary>
public sealed class ListSelection
{
    /// <summary>How many can be picked at the most.</summary>
    public const int Most = 1000;

    private readonly List<string> _ids = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private string? _last;

    /// <summary>Fires when something was picked or let go.</summary>
    public event Action? Changed;

    /// <summary>Their ids, in the order in which they were picked.</summary>
    public IReadOnlyList<string> Ids => _ids;

    /// <summary>Whether it is picked.</summary>
    public bool Has(string id) => _known.Contains(id);

    /// <summary>Picks one, or lets it go where it was picked.</summary>
    /// <param name="id">The integration.</param>
    /// <param name="shown">The ids on the page, in order.</param>
    /// <param name="isRange">Whether all between it and the one before it follow.</param>
    public void Toggle(string id, IReadOnlyList<string> shown, bool isRange)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var picked = !Has(id);
        var from = shown.ToList().IndexOf(_last ?? "");
        var to = shown.ToList().IndexOf(id);
        IEnumerable<string> all = isRange && from >= 0 && to >= 0
            ? shown.Skip(Math.Min(from, to)).Take(Math.Abs(from - to) + 1)
            : [id];
        foreach (var one in all)
        {
            Set(one, picked);
        }

        _last = id;
        Changed?.Invoke();
    }

    /// <summary>Picks all of these, or lets them go where all were picked.</summary>
    public void Toggle(IReadOnlyList<string> shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var picked = !shown.All(Has);
        foreach (var id in shown)
        {
            Set(id, picked);
        }

        Changed?.Invoke();
    }

    /// <summary>Picks these and no others.</summary>
    public void Replace(IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        _ids.Clear();
        _known.Clear();
        _last = null;
        foreach (var id in ids)
        {
            Set(id, true);
        }

        Changed?.Invoke();
    }

    /// <summary>Lets all go.</summary>
    public void Clear() => Replace([]);

    private void Set(string id, bool picked)
    {
        if (picked && _known.Add(id))
        {
            _ids.Add(id);
        }
        else if (!picked && _known.Remove(id))
        {
            _ids.Remove(id);
        }
    }
}
