namespace IntegrationsDashboard.Status;

/// <summary>Turns facts into a status. Pure: the same facts and time always give the same answer.</summary>
public static class StatusEvaluator
{
    /// <summary>The status by the default rules.</summary>
    public static Evaluation Evaluate(IntegrationFacts facts, DateTimeOffset now) => Evaluate(facts, now, StatusRules.Default);

    /// <summary>The status at <paramref name="now"/>, which must not lie before the last event folded into <paramref name="facts"/>.</summary>
    public static Evaluation Evaluate(IntegrationFacts facts, DateTimeOffset now, StatusRules rules)
    {
        if (facts.DeletedAt is { } deletedAt)
        {
            var erasedAt = deletedAt + rules.DeletionGrace;
            var kept = now < erasedAt;
            return Answer(
                facts,
                IntegrationStatus.Deleted,
                new StatusReason(kept ? ReasonCode.DeletedDataKept : ReasonCode.DeletedDataErased, deletedAt, erasedAt),
                deletedAt,
                null,
                kept ? erasedAt : null);
        }

        var idleDeadline = facts.IdleDeadline(rules);
        var inactivity = facts.Inactivity ?? (idleDeadline <= now ? new Inactivity(idleDeadline.Value, Actor.Rule) : null);
        if (inactivity is { } off)
        {
            return Answer(facts, IntegrationStatus.Inactive, new StatusReason(OffCode(off.By.Kind), off.Since, null, off.By), off.Since, null, null);
        }

        if (facts.InvalidatedBy is { } fired)
        {
            var reason = new StatusReason(ReasonCode.CredentialsRefused, facts.InvalidStreakSince!.Value, fired.EndedAt, default, fired.Message);
            return Answer(facts, IntegrationStatus.CredentialsInvalid, reason, fired.EndedAt, fired, idleDeadline);
        }

        if (facts.QaFailed)
        {
            var first = facts.FirstSync!;
            var code = first.State == SyncState.PartiallyFailed ? ReasonCode.FirstSyncHadWarnings : ReasonCode.FirstSyncFailed;
            var reason = new StatusReason(code, first.EndedAt, null, default, first.Message);
            return Answer(facts, IntegrationStatus.QualityAssurance, reason, first.EndedAt, first, idleDeadline);
        }

        if (facts.Setup == SetupStatus.Incomplete)
        {
            var reason = new StatusReason(ReasonCode.FiltersNotConfigured, facts.CreatedAt);
            return Answer(facts, IntegrationStatus.Setup, reason, facts.CreatedAt, null, idleDeadline);
        }

        return BySync(facts, now, rules, idleDeadline);
    }

    private static Evaluation BySync(IntegrationFacts facts, DateTimeOffset now, StatusRules rules, DateTimeOffset? idleDeadline)
    {
        var status = facts.LastSync?.State.ToStatus() ?? IntegrationStatus.Active;
        if (status == IntegrationStatus.Active)
        {
            var activeSince = ActiveSince(facts);
            var code = facts.LastSync is null ? ReasonCode.AwaitingFirstSync : ReasonCode.Syncing;
            return Answer(facts, status, new StatusReason(code, activeSince), activeSince, facts.LastSync, idleDeadline);
        }

        var last = facts.LastSync!;
        var since = facts.RunSince!.Value;
        var next = idleDeadline;
        StatusReason reason;
        if (status != IntegrationStatus.AuthenticationFailing)
        {
            var code = last.State switch
            {
                SyncState.PartiallyFailed => ReasonCode.SyncHadWarnings,
                SyncState.TimedOut => ReasonCode.SyncTimedOut,
                _ => ReasonCode.SyncFailed,
            };
            reason = new StatusReason(code, since, null, default, last.Message);
        }
        else if (facts.StreakSince is { } streak)
        {
            var pausesAt = streak + rules.AuthenticationGrace;
            var ahead = now < pausesAt;
            next = ahead && !(idleDeadline < pausesAt) ? pausesAt : idleDeadline;
            var code = ahead ? ReasonCode.AuthenticationRefused : ReasonCode.AuthenticationRefusedPauseDue;
            reason = new StatusReason(code, since, pausesAt, default, last.Message);
        }
        else
        {
            reason = new StatusReason(ReasonCode.AuthenticationAwaitingSync, since, Later(facts.CredentialsReplacedAt, facts.ActivatedAt), default, last.Message);
        }

        return Answer(facts, status, reason, since, last, next);
    }

    private static Evaluation Answer(
        IntegrationFacts facts,
        IntegrationStatus status,
        StatusReason reason,
        DateTimeOffset since,
        SyncReference? evidence,
        DateTimeOffset? nextChangeAt) => new()
        {
            Status = status,
            Reason = reason,
            Since = since,
            Evidence = Evidence.Of(evidence),
            Setup = facts.Setup,
            Qa = facts.FirstSync is null ? QaStatus.Pending : facts.QaFailed ? QaStatus.Failed : QaStatus.Passed,
            NextChangeAt = nextChangeAt,
        };

    // The last of the conditions of higher precedence to end; each of these instants ended one.
    private static DateTimeOffset ActiveSince(IntegrationFacts facts)
    {
        var since = Later(facts.CreatedAt, facts.RunSince);
        since = Later(since, facts.ActivatedAt);
        since = Later(since, facts.SetupCompletedAt);
        return Later(since, facts.QaResolvedAt)!.Value;
    }

    private static DateTimeOffset? Later(DateTimeOffset? left, DateTimeOffset? right) => left is null || right > left ? right ?? left : left;

    private static ReasonCode OffCode(ActorKind by) => by switch
    {
        ActorKind.Rule => ReasonCode.SwitchedOffWhenIdle,
        ActorKind.ApiKey => ReasonCode.SwitchedOffByApi,
        _ => ReasonCode.SwitchedOffByPerson,
    };
}
