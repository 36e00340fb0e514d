using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Notifying;

/// <summary>The words that pages use too, in the language of the current thread. Whoever has the pages' texts says so.</summary>
public sealed record NoticeWords
{
    /// <summary>A status's name.</summary>
    public required Func<IntegrationStatus, string> Status { get; init; }

    /// <summary>Why a status holds, in full sentences, from the tool's id and the reason.</summary>
    public required Func<string, StatusReason, string> Reason { get; init; }

    /// <summary>An instant to the minute, in the time zone of the settings.</summary>
    public required Func<DateTimeOffset, string> Moment { get; init; }

    /// <summary>What to do, by the kind of the next step.</summary>
    public required Func<NextStepKind, string> Step { get; init; }

    /// <summary>A tool's name, from its id.</summary>
    public required Func<string, string> Tool { get; init; }
}
