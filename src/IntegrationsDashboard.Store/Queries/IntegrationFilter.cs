using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>Which integrations a list shows; what is null or empty does not restrict it.</summary>
public sealed record IntegrationFilter
{
    /// <summary>Any of these statuses.</summary>
    public IReadOnlyCollection<IntegrationStatus> Statuses { get; init; } = [];

    /// <summary>This category.</summary>
    public Category? Category { get; init; }

    /// <summary>This tool.</summary>
    public string? Tool { get; init; }

    /// <summary>This organisation of end users, in any case.</summary>
    public string? Customer { get; init; }

    /// <summary>This environment.</summary>
    public EnvironmentKind? Environment { get; init; }

    /// <summary>Words that organisation, tool or id contain, in any case; all of them have to.</summary>
    public string? Text { get; init; }
}
