using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Notifying.Notices;

/// <summary>One integration that somebody is told about, as it is at the time of writing.</summary>
internal sealed record NoticeSubject
{
    /// <summary>The last thing that is told of it.</summary>
    public required ClaimedNotice Last { get; init; }

    /// <summary>All that is told of it, in order.</summary>
    public required IReadOnlyList<ClaimedNotice> All { get; init; }

    /// <summary>Its status now.</summary>
    public required Evaluation Now { get; init; }

    public Integration Integration => Last.Integration;

    public NoticeKind Kind => Last.Notice.Kind;

    public bool IsWell => Now.Status == IntegrationStatus.Active;

    /// <summary>Its quality assurance was resolved, and no sync finished since: the status still is what the first one showed.</summary>
    public bool AwaitsNextSync => Kind == NoticeKind.QualityAssuranceResolved
        && Now.SyncsAutomatically
        && Integration.Facts is { FirstSync.SyncId: { } first, LastSync.SyncId: { } last }
        && first == last;

    public bool NeedsSomebody => !AwaitsNextSync && Now.Status.AttentionRank() < IntegrationStatus.Active.AttentionRank();

    /// <summary>Each integration once, the one that needs somebody most first.</summary>
    public static IReadOnlyList<NoticeSubject> In(ClaimedNotices claimed, DateTimeOffset now, StatusRules rules) =>
    [
        .. claimed.Notices
            .GroupBy(notice => notice.Notice.IntegrationId)
            .Select(group => Of([.. group], now, rules))
            .OrderByDescending(subject => subject.NeedsSomebody)
            .ThenBy(subject => subject.Now.Status.AttentionRank())
            .ThenByDescending(subject => subject.Now.Since)
            .ThenBy(subject => subject.Integration.NameKey, StringComparer.Ordinal),
    ];

    // The status that a resolution leads to is told together with it: the resolution says more.
    private static NoticeSubject Of(IReadOnlyList<ClaimedNotice> notices, DateTimeOffset now, StatusRules rules) => new()
    {
        Last = notices.LastOrDefault(one => one.Notice.Kind == NoticeKind.QualityAssuranceResolved && one.Notice.At == notices[^1].Notice.At)
            ?? notices[^1],
        All = notices,
        Now = StatusEvaluator.Evaluate(notices[^1].Integration.Facts, now, rules),
    };
}
