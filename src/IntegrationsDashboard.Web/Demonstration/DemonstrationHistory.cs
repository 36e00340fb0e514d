using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>
/// Plays a scenario from its creation until now. It asks the rules themselves at each turn of the schedule whether a sync
/// would start, so that the made-up history holds nothing that a real one could not.
/// </summary>
internal sealed class DemonstrationHistory
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(3);

    // Every sync of the last days is told in full. Of quiet times further back two a day are enough: that keeps the first start quick.
    private static readonly TimeSpan ToldInFull = TimeSpan.FromDays(2.7);
    private static readonly TimeSpan EverySync = TimeSpan.FromDays(7);
    private static readonly TimeSpan EverySyncOfTrouble = TimeSpan.FromDays(4);
    private const int OlderPart = 4;
    private const int FullSyncEvery = 8;
    private const string IdCharacters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private readonly DemonstrationScenario _scenario;
    private readonly DemonstrationTool _tool;
    private readonly DateTimeOffset _now;
    private readonly DateTimeOffset _createdAt;
    private readonly DateTimeOffset _watchedSince;
    private readonly StatusRules _rules;
    private readonly Random _random;
    private readonly List<DemonstrationStep> _steps = [];
    private IntegrationFacts _facts;

    private DemonstrationHistory(DemonstrationScenario scenario, DateTimeOffset now, StatusRules rules, Random random)
    {
        _scenario = scenario;
        _tool = DemonstrationTool.All[scenario.Tool];
        _now = now;
        _rules = rules;
        _random = random;
        _createdAt = now - scenario.Age - TimeSpan.FromSeconds(random.Next(0, (int)(scenario.Age.TotalSeconds / 50)));
        _watchedSince = scenario.Watched is null ? now : _createdAt;
        _facts = IntegrationFacts.Created(scenario.Environment, _createdAt, _watchedSince, scenario.Setup);
    }

    /// <summary>The integration that <paramref name="scenario"/> makes.</summary>
    public static DemonstrationIntegration Play(DemonstrationScenario scenario, DateTimeOffset now, StatusRules rules, Random random)
    {
        var id = $"{scenario.Tool}:{random.GetString(IdCharacters, Store.Secrets.IntegrationIdLength)}";
        var history = new DemonstrationHistory(scenario, now, rules, random);
        var endUser = DemonstrationPeople.EndUser(scenario.Organization, random);
        history.Play(id);
        var created = new NewIntegration
        {
            Id = id,
            Tool = scenario.Tool,
            Category = history._tool.Category,
            EndUser = endUser,
            Setup = scenario.Setup,
            CreatedAt = history._createdAt,
            WatchedSince = history._watchedSince,
            IsDemonstration = true,
        };
        return new DemonstrationIntegration(created, scenario.Environment, scenario.Intended, history._steps);
    }

    private void Play(string id)
    {
        var events = new Queue<IntegrationEvent>(
            _scenario.Events.Select(planned => planned.Event(_now - planned.Ago)).OrderBy(planned => planned.At));
        var syncs = 0;
        foreach (var (startsAt, turn) in Turns())
        {
            while (events.TryPeek(out var next) && next.At <= startsAt)
            {
                Happen(events.Dequeue());
            }

            var isSetupSync = _facts is { Setup: SetupStatus.Incomplete, DeletedAt: null } && syncs < _scenario.SetupSyncs;
            if (!isSetupSync && !StatusEvaluator.Evaluate(_facts, startsAt, _rules).SyncsAutomatically)
            {
                continue;
            }

            if (turn == 0 && _scenario.IsRunning)
            {
                Start(id, startsAt);
                continue;
            }

            var sync = Sync(id, startsAt, turn, syncs == 0);
            var endsAt = sync.Report.EndedAt!.Value;
            if (endsAt > _now || (events.TryPeek(out var interruption) && interruption.At <= endsAt))
            {
                continue;
            }

            syncs++;
            Finish(sync);
        }

        while (events.TryDequeue(out var rest))
        {
            Happen(rest);
        }

        TellLastInFull();
    }

    // The first sync soon after the creation, then the schedule; turn 0 is the last one before now.
    private List<(DateTimeOffset StartsAt, int Turn)> Turns()
    {
        var slow = _scenario.HasLongLog || _scenario.Troubles.Any(trouble => trouble is { Kind: TroubleKind.TimedOut, Until.Ticks: 0 });
        var minutesAgo = _scenario.IsRunning ? _random.Next(1, 5) : _random.Next(slow ? 45 : 6, 150);
        var last = _now - TimeSpan.FromMilliseconds((minutesAgo * 60_000) + _random.Next(60_000));
        var first = _createdAt + TimeSpan.FromSeconds(_random.Next(40, 200));
        var turns = new List<(DateTimeOffset StartsAt, int Turn)>();
        for (var turn = 0; last - (turn * Interval) is var due && due > first + TimeSpan.FromHours(1); turn++)
        {
            if (turn % OlderPart == 0 || _now - due < EverySync || IsTroubled(_now - due))
            {
                turns.Add((due + TimeSpan.FromMilliseconds(turn == 0 ? 0 : _random.Next(0, 200_000)), turn));
            }
        }

        turns.Add((turns.Count == 0 && _scenario.IsRunning ? last : first, turns.Count == 0 ? 0 : -1));
        turns.Reverse();
        return turns;
    }

    private bool IsTroubled(TimeSpan ago) => _scenario.Troubles.Any(
        trouble => ago < trouble.From + Interval && ago > trouble.Until - Interval && ago > trouble.From - EverySyncOfTrouble);

    private void Happen(IntegrationEvent @event)
    {
        _facts = _facts.Apply(@event, _rules);
        _steps.Add(new DemonstrationStep(@event, null));
    }

    private void Start(string id, DateTimeOffset startsAt) => _steps.Add(new DemonstrationStep(null, new DemonstrationSync
    {
        Tool = _tool,
        Report = new SyncReport
        {
            SyncId = NewSyncId(),
            IntegrationId = id,
            State = SyncState.Running,
            Type = TypeOf(0, false),
            StartedAt = startsAt,
            Models = Records(startsAt, SyncType.Full, null),
        },
        LogUntil = _now,
        Detail = LogDetail.Full,
        Seed = _random.Next(),
    }));

    private void Finish(DemonstrationSync sync)
    {
        var report = sync.Report;
        var turned = _facts.LastSync?.State != report.State;
        _facts = _facts.Apply(
            new SyncFinished(new SyncReference(report.SyncId, report.State, report.EndedAt!.Value, null, null, report.Error)), _rules);
        var detail = turned || _now - report.StartedAt < ToldInFull ? LogDetail.Full
            : sync.Problem is not null || _random.Next(6) == 0 ? LogDetail.Brief
            : LogDetail.None;
        _steps.Add(new DemonstrationStep(null, sync with { Detail = detail }));
    }

    private DemonstrationSync Sync(string id, DateTimeOffset startsAt, int turn, bool isFirst)
    {
        var trouble = _scenario.Troubles.FirstOrDefault(t => _now - t.From <= startsAt && startsAt < _now - t.Until);
        var problem = trouble is null
            ? null
            : DemonstrationProblem.Of(trouble, _tool, _now - trouble.From, RecordsOf(_tool.Models[trouble.Model], startsAt));
        var type = TypeOf(turn, isFirst);
        var endsAt = startsAt + Duration(type, problem, turn == 0 && _scenario.HasLongLog);
        return new DemonstrationSync
        {
            Tool = _tool,
            Report = new SyncReport
            {
                SyncId = NewSyncId(),
                IntegrationId = id,
                State = problem?.State ?? SyncState.Succeeded,
                Type = type,
                StartedAt = startsAt,
                EndedAt = endsAt,
                Error = problem?.Message,
                Models = Records(startsAt, type, problem),
            },
            LogUntil = endsAt,
            Problem = problem,
            Seed = _random.Next(),
        };
    }

    private SyncType TypeOf(int turn, bool isFirst) =>
        _scenario.SyncsDeltas && !isFirst && turn % FullSyncEvery != 0 ? SyncType.Delta : SyncType.Full;

    private TimeSpan Duration(SyncType type, DemonstrationProblem? problem, bool isLong) => problem switch
    {
        { Kind: TroubleKind.TimedOut } => TimeSpan.FromMinutes(30),
        { IsBeforeSignIn: true } => Milliseconds(4_000, 11_000),
        { State: SyncState.Failed } => Milliseconds(50_000, 130_000),
        _ when isLong => Milliseconds(2_250_000, 2_500_000),
        _ when type == SyncType.Delta => Milliseconds(5_000, 21_000),
        _ => Milliseconds(14_000, 40_000) + TimeSpan.FromSeconds(Math.Min(240, _scenario.People / 8)),
    };

    private TimeSpan Milliseconds(int least, int most) => TimeSpan.FromMilliseconds(_random.Next(least, most));

    private List<SyncModel> Records(DateTimeOffset at, SyncType type, DemonstrationProblem? problem)
    {
        var models = new List<SyncModel>();
        for (var index = 0; index < _tool.Models.Count && problem is not { IsBeforeSignIn: true }; index++)
        {
            var all = RecordsOf(_tool.Models[index], at);
            var records = type == SyncType.Full ? all : _random.NextInt64(0, Math.Max(4, all / 60));
            if (problem?.Model != index)
            {
                models.Add(new SyncModel(_tool.Models[index].Name, records));
                continue;
            }

            var kept = problem.Kind switch
            {
                TroubleKind.MissingField => records,
                TroubleKind.UnreadableRecords => Math.Max(0, records - DemonstrationProblem.Unreadable),
                TroubleKind.RateLimited or TroubleKind.TimedOut => records / 2,
                _ => 0,
            };
            models.Add(new SyncModel(_tool.Models[index].Name, kept));
            if (!problem.GoesOn)
            {
                break;
            }
        }

        return models;
    }

    // Organisations grow slowly, and somebody comes or goes now and then.
    private long RecordsOf(DemonstrationModel model, DateTimeOffset at)
    {
        var records = _scenario.People * model.PerHead * (1 - (0.0014 * (_now - at).TotalDays));
        return Math.Max(1, (long)Math.Round(records + (at.Day % 3)));
    }

    // The syncs that prove the status have to tell their whole story, however long ago they were.
    private void TellLastInFull()
    {
        var last = _steps.FindLastIndex(step => step.Sync is { Report.EndedAt: not null });
        if (last >= 0)
        {
            var sync = _steps[last].Sync!;
            _steps[last] = new DemonstrationStep(null, sync with { Detail = _scenario.HasLongLog ? LogDetail.Long : LogDetail.Full });
        }
    }

    private string NewSyncId() => _random.GetHexString(24, lowercase: true);
}
