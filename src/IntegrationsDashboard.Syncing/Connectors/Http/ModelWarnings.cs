using System.Globalization;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>Gives the first warnings of a model one by one and the number of the others at the end.</summary>
internal sealed class ModelWarnings(string model)
{
    /// <summary>How many are given one by one.</summary>
    public const int Each = 20;

    private int _count;

    /// <summary>The warning; null where there were many before it.</summary>
    public WarningFound? Add(string message) => ++_count <= Each ? new WarningFound(model, message) : null;

    /// <summary>What sums up the others; null where there are none.</summary>
    public WarningFound? Rest() => _count <= Each
        ? null
        : new WarningFound(model, string.Create(CultureInfo.InvariantCulture, $"And {_count - Each} more warnings of this kind about {model}."));
}
