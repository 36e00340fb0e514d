namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>The published shape of a model that an integration reads.</summary>
internal sealed record ReadModelData
{
    public required string Id { get; init; }

    public required string Label { get; init; }

    /// <summary>Whether it is synced.</summary>
    public required bool IsAvailable { get; init; }

    /// <summary>SUPPORTED.</summary>
    public required string CoverageStatus { get; init; }

    /// <summary>OPTIONAL: every model can be left out.</summary>
    public string ScopeConfigSetting { get; init; } = "OPTIONAL";

    /// <summary>Whether the filters leave it out.</summary>
    public required bool OptedOutByCustomer { get; init; }

    public required IReadOnlyList<ReadFieldData> Fields { get; init; }
}
