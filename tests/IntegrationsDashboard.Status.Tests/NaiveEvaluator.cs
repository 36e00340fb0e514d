namespace IntegrationsDashboard.Status.Tests;

/// <summary>
/// The design's table and rules once more, as slow and plain as can be: it gets everything that was ever reported, in any order and
/// with repetitions, sorts it, and answers each question by looking through the whole history. It keeps no summary and shares no
/// logic with the library, so that the two can only agree where both are right.
/// </summary>
internal sealed class NaiveEvaluator
{
    private static readonly TimeSpan ThreeDays = TimeSpan.FromDays(3);
    private static readonly TimeSpan FourteenDays = TimeSpan.FromDays(14);

    private readonly EnvironmentKind _environment;
    private readonly DateTimeOffset _createdAt;
    private readonly DateTimeOffset _watchedSince;
    private readonly SetupStatus _initialSetup;
    private readonly DateTimeOffset _now;
    private readonly DateTimeOffset? _deletedAt;
    private readonly List<LogEntriesRecorded> _logs;
    private readonly List<IntegrationEvent> _history;
    private readonly List<int> _reactivations = [];

    private NaiveEvaluator(
        EnvironmentKind environment,
        DateTimeOffset createdAt,
        DateTimeOffset watchedSince,
        SetupStatus setup,
        IEnumerable<IntegrationEvent> reports,
        DateTimeOffset now)
    {
        _environment = environment;
        _createdAt = createdAt;
        _watchedSince = watchedSince;
        _initialSetup = setup;
        _now = now;
        var all = reports.ToList();
        _logs = [.. all.OfType<LogEntriesRecorded>()];
        _history = Sort(all);
        var deletion = _history.FindIndex(e => e is Deleted);
        if (deletion >= 0)
        {
            _deletedAt = _history[deletion].At;
            _history.RemoveRange(deletion, _history.Count - deletion);
        }

        // Switching on something that is on is no reactivation; whether it was on depends on what came before only.
        for (var i = 0; i < _history.Count; i++)
        {
            if (_history[i] is Activated && OffBefore(i, _history[i].At) is not null)
            {
                _reactivations.Add(i);
            }
        }
    }

    public static NaiveAnswer Evaluate(
        EnvironmentKind environment,
        DateTimeOffset createdAt,
        DateTimeOffset watchedSince,
        SetupStatus setup,
        IEnumerable<IntegrationEvent> reports,
        DateTimeOffset now) => new NaiveEvaluator(environment, createdAt, watchedSince, setup, reports, now).Answer();

    private static List<IntegrationEvent> Sort(List<IntegrationEvent> reports)
    {
        var syncs = reports.OfType<SyncFinished>()
            .Where(e => e.Sync.State is not (SyncState.Running or SyncState.Cancelled))
            .DistinctBy(e => e.Sync.SyncId);
        var others = reports.Where(e => e is not (SyncFinished or LogEntriesRecorded)).DistinctBy(e => e.Sequence);
        return
        [
            .. syncs.Concat(others)
                .OrderBy(e => e.At.UtcTicks)
                .ThenBy(e => e is SyncFinished ? 0 : 1)
                .ThenBy(e => e is SyncFinished sync ? sync.Sync.SyncId : "", StringComparer.Ordinal)
                .ThenBy(e => e.Sequence),
        ];
    }

    private NaiveAnswer Answer()
    {
        if (_deletedAt is { } deletedAt)
        {
            var erased = deletedAt + FourteenDays;
            var code = _now < erased ? ReasonCode.DeletedDataKept : ReasonCode.DeletedDataErased;
            var reason = new StatusReason(code, deletedAt, erased);
            return Says(IntegrationStatus.Deleted, deletedAt, reason, null, false, IntegrationState.NotFound);
        }

        if (OffBefore(_history.Count, _now) is { } off)
        {
            var code = off.By.Kind switch
            {
                ActorKind.Rule => ReasonCode.SwitchedOffWhenIdle,
                ActorKind.ApiKey => ReasonCode.SwitchedOffByApi,
                _ => ReasonCode.SwitchedOffByPerson,
            };
            var reason = new StatusReason(code, off.Since, null, off.By);
            return Says(IntegrationStatus.Inactive, off.Since, reason, null, false, IntegrationState.Inactive);
        }

        if (Invalidating() is { } fired)
        {
            var start = At(StreakStart(fired));
            var reason = new StatusReason(ReasonCode.CredentialsRefused, start, At(fired), default, Message(fired));
            return Says(IntegrationStatus.CredentialsInvalid, At(fired), reason, fired, false, IntegrationState.Invalid);
        }

        if (Qa() == QaStatus.Failed)
        {
            var first = _history.FindIndex(e => e is SyncFinished);
            var code = StateAt(first) == SyncState.PartiallyFailed ? ReasonCode.FirstSyncHadWarnings : ReasonCode.FirstSyncFailed;
            var reason = new StatusReason(code, At(first), null, default, Message(first));
            return Says(IntegrationStatus.QualityAssurance, At(first), reason, first, false, IntegrationState.Inactive);
        }

        if (Setup() == SetupStatus.Incomplete)
        {
            var reason = new StatusReason(ReasonCode.FiltersNotConfigured, _createdAt);
            return Says(IntegrationStatus.Setup, _createdAt, reason, null, false, IntegrationState.Active);
        }

        return BySync();
    }

    private NaiveAnswer BySync()
    {
        var last = _history.FindLastIndex(e => e is SyncFinished);
        if (last < 0 || StateAt(last) == SyncState.Succeeded)
        {
            var since = ActiveSince(last);
            var code = last < 0 ? ReasonCode.AwaitingFirstSync : ReasonCode.Syncing;
            var reason = new StatusReason(code, since);
            return Says(IntegrationStatus.Active, since, reason, last < 0 ? null : last, true, IntegrationState.Active);
        }

        var runSince = At(RunStart(last));
        if (StateAt(last) != SyncState.AuthenticationFailed)
        {
            var (status, code) = StateAt(last) switch
            {
                SyncState.PartiallyFailed => (IntegrationStatus.SyncHasWarnings, ReasonCode.SyncHadWarnings),
                SyncState.TimedOut => (IntegrationStatus.SyncFailing, ReasonCode.SyncTimedOut),
                _ => (IntegrationStatus.SyncFailing, ReasonCode.SyncFailed),
            };
            var reason = new StatusReason(code, runSince, null, default, Message(last));
            return Says(status, runSince, reason, last, true, IntegrationState.Active);
        }

        // Whatever ended the streak after the last sync: new credentials or a reactivation.
        var ended = Enumerable.Range(0, _history.Count).LastOrDefault(EndsStreak, -1);
        var pause = ended > last ? At(ended) : At(StreakStart(last)) + ThreeDays;
        var why = ended > last ? ReasonCode.AuthenticationAwaitingSync
            : _now < pause ? ReasonCode.AuthenticationRefused
            : ReasonCode.AuthenticationRefusedPauseDue;
        return Says(
            IntegrationStatus.AuthenticationFailing,
            runSince,
            new StatusReason(why, runSince, pause, default, Message(last)),
            last,
            true,
            IntegrationState.Active);
    }

    private NaiveAnswer Says(
        IntegrationStatus status, DateTimeOffset since, StatusReason reason, int? evidence, bool automatic, IntegrationState state) =>
        new(status, since, reason, evidence is { } index ? Proof(index) : default, Setup(), Qa(), automatic, state);

    // How it was off just before the event at the index, looking from the given instant; null where it was on.
    private (DateTimeOffset Since, Actor By)? OffBefore(int index, DateTimeOffset at)
    {
        var on = _reactivations.LastOrDefault(i => i < index, -1);
        var onSince = on < 0 ? _createdAt : At(on);
        var stretch = _history.Take(index).Skip(on + 1).ToList();
        var switchedOff = stretch.Find(e => e is Deactivated);

        // Any fourteen days without a request, counted from when requests could be known.
        var from = onSince > _watchedSince ? onSince : _watchedSince;
        var signs = stretch.Where(e => e is ApiRequested && e.At > from).Select(e => e.At).Prepend(from).ToList();
        var idle = signs
            .Where(sign => !signs.Exists(other => other > sign && other < sign + FourteenDays))
            .Select(sign => (DateTimeOffset?)(sign + FourteenDays))
            .FirstOrDefault(limit => limit <= at);
        if (_environment == EnvironmentKind.Development && idle is { } limit && !(switchedOff?.At < limit))
        {
            return (limit, new Actor(ActorKind.Rule));
        }

        return switchedOff is null ? null : (switchedOff.At, switchedOff.Actor);
    }

    // The refused sync at which the rule fired, unless something later took it back.
    private int? Invalidating()
    {
        var healed = _history.FindLastIndex(e =>
            e is CredentialsReplaced or SyncFinished { Sync.State: SyncState.Succeeded or SyncState.PartiallyFailed });
        for (var i = healed + 1; i < _history.Count; i++)
        {
            if (StateAt(i) == SyncState.AuthenticationFailed && At(i) - At(StreakStart(i)) >= ThreeDays)
            {
                return i;
            }
        }

        return null;
    }

    private bool EndsStreak(int index) =>
        _history[index] is CredentialsReplaced
        || _reactivations.Contains(index)
        || (_history[index] is SyncFinished { Sync.State: not SyncState.AuthenticationFailed });

    private int StreakStart(int refused)
    {
        var start = refused;
        for (var i = refused; i >= 0 && !EndsStreak(i); i--)
        {
            start = StateAt(i) == SyncState.AuthenticationFailed ? i : start;
        }

        return start;
    }

    private int RunStart(int last)
    {
        static string Kind(SyncState? state) => state switch
        {
            SyncState.Failed or SyncState.TimedOut => "failing",
            _ => state.ToString()!,
        };

        var syncs = Enumerable.Range(0, last + 1).Where(i => _history[i] is SyncFinished).Reverse();
        return syncs.TakeWhile(i => Kind(StateAt(i)) == Kind(StateAt(last))).Last();
    }

    private QaStatus Qa()
    {
        var first = _history.FindIndex(e => e is SyncFinished);
        return first < 0 ? QaStatus.Pending
            : StateAt(first) == SyncState.Succeeded || _history.Skip(first).Any(e => e is QaResolved) ? QaStatus.Passed
            : QaStatus.Failed;
    }

    private SetupStatus Setup()
    {
        var configured = _initialSetup == SetupStatus.Incomplete ? _history.FindIndex(e => e is SetupCompleted) : 0;
        if (_initialSetup == SetupStatus.Completed || configured < 0)
        {
            return _initialSetup;
        }

        var gotIn = _history.Skip(configured)
            .Any(e => e is SyncFinished { Sync.State: SyncState.Succeeded or SyncState.PartiallyFailed });
        return gotIn ? SetupStatus.Completed : SetupStatus.FinalSyncPending;
    }

    // Active is everything else: since the last of all that stood in its way ended.
    private DateTimeOffset ActiveSince(int last)
    {
        var first = _history.FindIndex(e => e is SyncFinished);
        var resolved = first >= 0 && StateAt(first) != SyncState.Succeeded ? _history.FindIndex(first, e => e is QaResolved) : -1;
        var configured = _initialSetup == SetupStatus.Incomplete ? _history.FindIndex(e => e is SetupCompleted) : -1;
        var run = last < 0 ? -1 : RunStart(last);
        int[] ends = [.. _reactivations, resolved, configured, run];
        return ends.Where(i => i >= 0).Select(At).Append(_createdAt).Max();
    }

    private DateTimeOffset At(int index) => _history[index].At;

    private SyncState? StateAt(int index) => (_history[index] as SyncFinished)?.Sync.State;

    private LogEntriesRecorded? LogOf(SyncReference sync) => _logs.Find(log => log.Sync.SyncId == sync.SyncId);

    private string? Message(int index)
    {
        var sync = ((SyncFinished)_history[index]).Sync;
        return LogOf(sync)?.Sync.Message ?? sync.Message;
    }

    private Evidence Proof(int index)
    {
        var sync = ((SyncFinished)_history[index]).Sync;
        var error = LogOf(sync)?.Sync.FirstError ?? sync.FirstError;
        var warning = LogOf(sync)?.Sync.FirstWarning ?? sync.FirstWarning;
        return new Evidence(sync.SyncId, sync.State == SyncState.PartiallyFailed ? warning ?? error : error ?? warning);
    }
}
