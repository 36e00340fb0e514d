namespace IntegrationsDashboard.Status.Tests;

public class TransitionSearchTests
{
    private static readonly StatusRules Rules = StatusRules.Default;

    private static readonly TimeSpan[] Gaps = [Times.Hours(1), Times.Days(3), Times.Days(14)];

    private static readonly Func<DateTimeOffset, IntegrationEvent>[] Happenings =
    [
        at => Sync(SyncState.Succeeded, at),
        at => Sync(SyncState.PartiallyFailed, at),
        at => Sync(SyncState.Failed, at),
        at => Sync(SyncState.AuthenticationFailed, at),
        at => Sync(SyncState.TimedOut, at),
        at => Sync(SyncState.Cancelled, at),
        at => new Activated(at),
        at => new Deactivated(at),
        at => new CredentialsReplaced(at),
        at => new SetupCompleted(at),
        at => new QaResolved(at),
        at => new Deleted(at),
        at => new ApiRequested(at),
        at => new IdleDeadlineReached(at),
    ];

    [Fact]
    public void Exactly_the_possible_changes_of_status_can_be_reached()
    {
        var found = new HashSet<(IntegrationStatus From, IntegrationStatus To)>();
        var seen = new HashSet<object>();
        var open = new Queue<(IntegrationFacts Facts, DateTimeOffset At)>(
            from environment in Enum.GetValues<EnvironmentKind>()
            from setup in Enum.GetValues<SetupStatus>()
            select (IntegrationFacts.Created(environment, Times.Created, Times.Created, setup), Times.Created));
        while (open.TryDequeue(out var here))
        {
            foreach (var at in Gaps.Select(gap => here.At + gap))
            {
                foreach (var happening in Happenings)
                {
                    var changes = new List<StatusTransition>();
                    var next = StatusHistory.Step(here.Facts, happening(at), Rules, changes);
                    found.UnionWith(changes.Select(change => (change.From!.Value, change.To)));
                    if (seen.Add(Kind(next, at)))
                    {
                        open.Enqueue((next, at));
                    }
                }
            }
        }

        Assert.Equal(PossibleTransitions.All.Order(), found.Order());
    }

    private static SyncFinished Sync(SyncState state, DateTimeOffset at) => new(new SyncReference($"s{at.Ticks}", state, at));

    // Facts that differ in nothing but dates long past behave alike; one of them is enough for the search.
    private static object Kind(IntegrationFacts facts, DateTimeOffset at) => (
        facts.Environment,
        facts.Setup,
        StatusEvaluator.Evaluate(facts, at).Status,
        (facts.Inactivity is null, facts.InvalidatedBy is null, facts.FirstSync is null, facts.QaFailed),
        facts.LastSync?.State,
        Age(facts.StreakSince, at, Rules.AuthenticationGrace),
        Age(facts.IdleSince, at, Rules.IdleLimit));

    private static int? Age(DateTimeOffset? since, DateTimeOffset at, TimeSpan most) =>
        since is null ? null : at - since >= most ? int.MaxValue : (int)(at - since.Value).TotalDays;
}
