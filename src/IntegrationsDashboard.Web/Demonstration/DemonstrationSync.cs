using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>One made-up sync, with all that its log tells of.</summary>
internal sealed record DemonstrationSync
{
    /// <summary>The tool.</summary>
    public required DemonstrationTool Tool { get; init; }

    /// <summary>What is reported of it.</summary>
    public required SyncReport Report { get; init; }

    /// <summary>Up to when its log reaches (UTC): its end, or now where it runs.</summary>
    public required DateTimeOffset LogUntil { get; init; }

    /// <summary>What went wrong.</summary>
    public DemonstrationProblem? Problem { get; init; }

    /// <summary>How much its log tells.</summary>
    public LogDetail Detail { get; init; }

    /// <summary>What its log draws its accidents from.</summary>
    public required int Seed { get; init; }

    /// <summary>Its log; the same at every call.</summary>
    public IReadOnlyList<LogReport> Log() => Detail == LogDetail.None ? [] : new DemonstrationStory(this).Tell();
}
