namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>Keeps a model whose every record has the same flaw from filling the log: after some warnings, it only counts.</summary>
internal sealed class WarningBudget(string model)
{
    private const int Most = 20;
    private int _count;

    /// <summary>A warning, unless there were many already.</summary>
    public IEnumerable<WarningFound> Add(string message)
    {
        if (++_count <= Most)
        {
            yield return new WarningFound(model, message);
        }
    }

    /// <summary>Says how many were not told.</summary>
    public IEnumerable<WarningFound> Rest()
    {
        if (_count > Most)
        {
            yield return new WarningFound(model, $"{_count - Most} more records of {model} have warnings.");
        }
    }
}
