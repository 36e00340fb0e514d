namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>One collection that the HTTP JSON connector reads into a model.</summary>
public sealed record HttpJsonResource
{
    /// <summary>The model's id, such as <c>employees</c>.</summary>
    public required string Model { get; init; }

    /// <summary>The model's name for people.</summary>
    public required string Label { get; init; }

    /// <summary>The path, relative to the address, such as <c>api/employees</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Where the records are in the answer, names joined by dots; empty: the answer itself is the list.</summary>
    public string Records { get; init; } = "";

    /// <summary>How it goes from page to page.</summary>
    public PagingDefinition Paging { get; init; } = new();

    /// <summary>The parameter that asks for what changed since an instant (ISO 8601, UTC); null where the tool knows none.</summary>
    public string? ChangedSinceParameter { get; init; }

    /// <summary>The field that is true where a record of a delta was removed; null where deltas do not tell.</summary>
    public string? RemovedField { get; init; }

    /// <summary>The fields of the records.</summary>
    public required IReadOnlyList<FieldMapping> Fields { get; init; }
}
