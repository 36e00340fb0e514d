using CsCheck;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Tests.Histories;

/// <summary>What happened to an integration within a month, and the order in which it becomes known.</summary>
/// <param name="Environment">Its environment.</param>
/// <param name="Setup">How its set-up begins.</param>
/// <param name="Syncs">Its syncs.</param>
/// <param name="Others">All else, in order of time; each changes something.</param>
/// <param name="AtOnce">Whether all becomes known at the end of the month rather than little by little.</param>
internal sealed record RandomHistory(
    EnvironmentKind Environment, SetupStatus Setup, IReadOnlyList<RandomSync> Syncs, IReadOnlyList<IntegrationEvent> Others, bool AtOnce)
{
    // Half days: many things share an instant, and the limits of the rules are hit exactly.
    private const int Steps = 60;

    private static readonly TimeSpan Step = TimeSpan.FromHours(12);

    public static DateTimeOffset Start => TestStore.Start;

    public static DateTimeOffset End { get; } = Start + (Steps * Step);

    /// <summary>The facts with which it begins.</summary>
    public IntegrationFacts Created => IntegrationFacts.Created(Environment, Start, Start, Setup);

    private IEnumerable<RandomSync> Counted => Syncs.Where(sync => sync.State != SyncState.Cancelled);

    public static Gen<RandomHistory> Any { get; } =
        from development in Gen.Frequency((3, Gen.Const(true)), (1, Gen.Const(false)))
        from incomplete in Gen.Frequency((1, Gen.Const(true)), (3, Gen.Const(false)))
        from syncs in Gen.Select(Gen.Int[1, 7], Gen.Int[0, Steps], Gen.Int[0, 12], Gen.Int[0, 500], Gen.Int[0, 8], LevelsOfLog).Array[0, 9]
        from others in Gen.Select(Gen.Int[0, 7], Gen.Int[0, Steps]).Array[0, 9]
        from atOnce in Gen.Bool
        select Of(
            development ? EnvironmentKind.Development : EnvironmentKind.Production,
            incomplete ? SetupStatus.Incomplete : SetupStatus.Completed,
            [.. syncs.Select((s, number) => Sync(number, s.Item1, s.Item2, s.Item3, s.Item4, s.Item5, s.Item6))],
            [.. others.OrderBy(o => o.Item2).Select((o, index) => Other(o.Item1, Start + (o.Item2 * Step), index + 1))],
            atOnce);

    private static Gen<LogEntryLevel[]> LevelsOfLog => Gen.Enum<LogEntryLevel>().Array[0, 4];

    /// <summary>The events that count, sorted.</summary>
    public IEnumerable<IntegrationEvent> Events(string prefix) => Counted
        .Select(sync => (IntegrationEvent)new SyncFinished(sync.Reference(prefix)))
        .Concat(Others)
        .OrderBy(e => e.Position);

    /// <summary>The arrivals in the order of the history.</summary>
    public IEnumerable<Arrival> Sorted(string prefix) => Place(
        SyncArrivals(prefix, true)
            .Concat(Others.Select(e => Arrival(e, 0)))
            .OrderBy(a => a.Position)
            .ThenBy(a => a.Order)
            .Select(a => a with { Now = a.Position.At }));

    /// <summary>
    /// The arrivals in any order, but that people and programs act in the order of time, that an operator resolves what has been
    /// seen, and that nothing is reported of what is deleted.
    /// </summary>
    public IEnumerable<Arrival> Shuffled(string prefix)
    {
        var first = Counted.MinBy(sync => sync.EndedAt);
        var resolved = Others.OfType<QaResolved>().Any();
        var all = SyncArrivals(prefix, false)
            .Select(a => resolved && a.Position.At == first!.EndedAt ? a with { Order = a.Order - 2000, Now = a.Position.At } : a)
            .Concat(Others.Select((e, index) => Arrival(e, index * 900 / Others.Count)));
        return Place(AtOnce ? all.OrderBy(a => a.Order) : all.OrderBy(a => a.Now).ThenBy(a => a.Order));
    }

    private static RandomHistory Of(
        EnvironmentKind environment, SetupStatus setup, RandomSync[] syncs, IntegrationEvent[] others, bool atOnce)
    {
        var history = new RandomHistory(environment, setup, syncs, [], atOnce);
        foreach (var other in others)
        {
            var before = history.Created;
            foreach (var @event in history.Events("").Where(e => e.Position < other.Position))
            {
                before = before.Apply(@event);
            }

            // The ledger does not keep what changes nothing.
            before = before.AdvanceTo(other.At, StatusRules.Default);
            if (before.Apply(other) with { Position = before.Position } != before
                && !(other is ApiRequested && environment == EnvironmentKind.Production))
            {
                history = history with { Others = [.. history.Others, other] };
            }
        }

        return history;
    }

    private static RandomSync Sync(int number, int state, int endedAt, int delay, int order, int error, LogEntryLevel[] levels) => new(
        number,

        // Refused sign-ins twice as often: their rule needs several of them.
        state == 7 ? SyncState.AuthenticationFailed : (SyncState)state,
        Start + (endedAt * Step),
        error == 0 ? "Reported" : null,
        levels,
        error % 2 == 0,
        delay * Step,
        order);

    private static IntegrationEvent Other(int kind, DateTimeOffset at, int sequence)
    {
        IntegrationEvent @event = kind switch
        {
            0 => new Activated(at),
            1 => new Deactivated(at) { Actor = new Actor(ActorKind.Person, "Ada") },
            2 => new CredentialsReplaced(at),
            3 => new SetupCompleted(at),
            4 => new QaResolved(at, "Mended"),
            5 => new Deleted(at),
            _ => new ApiRequested(at),
        };
        return @event with { Sequence = sequence };
    }

    // A sync that runs when it is switched off is cancelled, which is another history.
    private IEnumerable<Arrival> SyncArrivals(string prefix, bool inTime) =>
        Syncs.SelectMany(sync => sync.Arrivals(prefix, !Others.OfType<Deactivated>().Any(), inTime));

    private static Arrival Arrival(IntegrationEvent @event, int order) =>
        new(@event.At, order, @event.Position, (session, scope, integration) => session.RecordAsync(scope, integration, @event));

    private IEnumerable<Arrival> Place(IEnumerable<Arrival> arrivals)
    {
        var deletion = Others.OfType<Deleted>().SingleOrDefault()?.Position;
        return arrivals
            .OrderBy(a => a.Position == deletion)
            .Select(a => a with { Now = AtOnce || a.Position == deletion || a.Now > End ? End : a.Now });
    }
}
