using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>What happens to one made-up integration, and the status that this leads to by the default rules.</summary>
/// <param name="Organization">The end user's organisation.</param>
/// <param name="Tool">The tool's id.</param>
/// <param name="Intended">The status that it is there to show.</param>
internal sealed record DemonstrationScenario(string Organization, string Tool, IntegrationStatus Intended)
{
    /// <summary>Its environment.</summary>
    public EnvironmentKind Environment { get; init; } = EnvironmentKind.Production;

    /// <summary>How many people the organisation has.</summary>
    public int People { get; init; } = 240;

    /// <summary>How long ago it was connected.</summary>
    public TimeSpan Age { get; init; } = TimeSpan.FromDays(27);

    /// <summary>How long ago requests to it began to be seen; null: just now.</summary>
    public TimeSpan? Watched { get; init; }

    /// <summary>Whether most of its syncs look at changes only.</summary>
    public bool SyncsDeltas { get; init; }

    /// <summary>Whether its filters are configured from the beginning.</summary>
    public SetupStatus Setup { get; init; } = SetupStatus.Completed;

    /// <summary>How many syncs run before its filters are configured.</summary>
    public int SetupSyncs { get; init; }

    /// <summary>What goes wrong, and when.</summary>
    public IReadOnlyList<Trouble> Troubles { get; init; } = [];

    /// <summary>What else happens: how long before now, and what.</summary>
    public IReadOnlyList<(TimeSpan Ago, Func<DateTimeOffset, IntegrationEvent> Event)> Events { get; init; } = [];

    /// <summary>Whether a sync runs right now.</summary>
    public bool IsRunning { get; init; }

    /// <summary>Whether its last sync has a log of thousands of entries.</summary>
    public bool HasLongLog { get; init; }
}
