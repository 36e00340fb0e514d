using CsCheck;

namespace IntegrationsDashboard.Status.Tests;

/// <summary>
/// Makes random histories. Times lie on whole days and one tick beside them, so that ties, exact 72 hours and exact 14 days, and their
/// neighbours, are common and not miracles.
/// </summary>
internal static class HistoryGenerator
{
    private static readonly Gen<long> Tick = Gen.Frequency((6, 0L), (1, -1L), (1, 1L));

    private static readonly Gen<SyncState> State = Gen.Frequency(
        (3, SyncState.Succeeded),
        (2, SyncState.PartiallyFailed),
        (2, SyncState.Failed),
        (6, SyncState.AuthenticationFailed),
        (1, SyncState.TimedOut),
        (1, SyncState.Cancelled),
        (1, SyncState.Running));

    private static readonly Gen<int?> Entry = Gen.Int[1, 9].Select(n => n > 5 ? (int?)null : n);

    // An event, given its time and number.
    private static readonly Gen<Func<DateTimeOffset, int, IntegrationEvent>> Happening = Gen.Frequency(
        (30, Gen.Select(State, Entry, Entry, Sync)),
        (6, Plain(at => new Activated(at))),
        (2, Plain(at => new Deactivated(at) { Actor = new Actor(ActorKind.Person, "Ada") })),
        (2, Plain(at => new Deactivated(at) { Actor = new Actor(ActorKind.ApiKey, "key") })),
        (3, Plain(at => new CredentialsReplaced(at))),
        (4, Plain(at => new SetupCompleted(at))),
        (5, Plain(at => new QaResolved(at))),
        (1, Plain(at => new Deleted(at))),
        (7, Plain(at => new ApiRequested(at))),
        (2, Plain(at => new IdleDeadlineReached(at))));

    // Three keys sort the arrivals: of the event, of its repetition, of its log; half of the events have none of the latter two.
    private static readonly Gen<uint> Key = Gen.UInt[0, 1000];
    private static readonly Gen<uint?> MaybeKey = Gen.UInt[0, 2000].Select(n => n > 1000 ? (uint?)null : n);

    private static readonly Gen<(int, long, Func<DateTimeOffset, int, IntegrationEvent>, uint, uint?, uint?)> Item =
        Gen.Select(Gen.Int[0, 45], Tick, Happening, Key, MaybeKey, MaybeKey);

    /// <summary>Any history.</summary>
    public static readonly Gen<RandomHistory> Any =
        Gen.Select(
            Gen.Enum<EnvironmentKind>(),
            Gen.Enum<SetupStatus>(),
            Gen.Frequency((3, 0), (1, 3), (1, 14), (1, 20)),
            Gen.OneOf(1, 4, 9, 17, 45),
            Item.List[0, 25],
            Gen.Frequency((3, 0), (1, 1), (1, 2), (2, 3), (1, 7), (1, 13), (2, 14), (1, 20)),
            Tick)
        .Select((environment, setup, watched, span, items, later, tick) =>
        {
            var arrivals = new List<(uint Key, IntegrationEvent Event)>(items.Count * 2);
            var last = Times.Created;
            for (var i = 0; i < items.Count; i++)
            {
                var (day, beside, make, key, repetition, logged) = items[i];
                var at = NotBefore(Times.Created, Times.Created.AddDays(day % (span + 1)).AddTicks(beside));
                last = NotBefore(last, at);
                var @event = make(at, i);
                arrivals.Add((key, @event));
                if (repetition is { } again)
                {
                    arrivals.Add((again, @event));
                }

                if (logged is { } log && @event is SyncFinished { Sync: var sync })
                {
                    arrivals.Add((log, LogOf(sync, i)));
                }
            }

            var now = NotBefore(last, Times.Created.AddDays(Math.Round((last - Times.Created).TotalDays) + later).AddTicks(tick));
            return new RandomHistory(
                environment,
                setup,
                Times.Created.AddDays(watched),
                [.. arrivals.OrderBy(arrival => arrival.Key).Select(arrival => arrival.Event)],
                now);
        });

    private static Gen<Func<DateTimeOffset, int, IntegrationEvent>> Plain(Func<DateTimeOffset, IntegrationEvent> make) =>
        Gen.Const<Func<DateTimeOffset, int, IntegrationEvent>>((at, number) => make(at) with { Sequence = number });

    private static Func<DateTimeOffset, int, IntegrationEvent> Sync(SyncState state, int? error, int? warning) =>
        (at, number) => new SyncFinished(new SyncReference($"s{number}", state, at, error, warning, error is null ? null : $"no {number}"));

    // Every third log was written while the sync still ran and knows nothing of its end.
    private static LogEntriesRecorded LogOf(SyncReference sync, int number) => new(
        sync.EndedAt,
        sync with
        {
            State = number % 3 == 0 ? SyncState.Running : sync.State,
            FirstError = number % 2 == 0 ? 100 + number : null,
            FirstWarning = number % 5 == 0 ? null : 200 + number,
            Message = number % 4 == 0 ? null : $"log {number}",
        });

    private static DateTimeOffset NotBefore(DateTimeOffset floor, DateTimeOffset at) => at < floor ? floor : at;
}
