using System.Collections.Concurrent;
using CsCheck;

namespace IntegrationsDashboard.Status.Tests;

/// <summary>What holds for every history, tried on a hundred thousand random ones each.</summary>
public class HistoryProperties
{
    private const int Histories = 100_000;

    private static readonly StatusRules Rules = StatusRules.Default;

    [Fact]
    public void The_random_histories_meet_every_status_reason_and_boundary()
    {
        var met = new ConcurrentDictionary<object, bool>();
        HistoryGenerator.Any.Sample(
            history =>
            {
                var says = history.Expected;
                met[says.Status] = met[says.Reason.Code] = met[says.Setup] = met[says.Qa] = true;
                met[(says.Reason.Code, says.Reason.Until - says.Reason.Since)] = true;
                met[(says.Reason.Code, says.Reason.Until - history.Now)] = true;
            },
            iter: Histories / 5);

        object[] all =
        [
            .. Enum.GetValues<IntegrationStatus>().Cast<object>(),
            .. Enum.GetValues<ReasonCode>().Cast<object>(),
            .. Enum.GetValues<SetupStatus>().Cast<object>(),
            .. Enum.GetValues<QaStatus>().Cast<object>(),
            (ReasonCode.CredentialsRefused, (TimeSpan?)Times.Hours(72)),
            (ReasonCode.CredentialsRefused, (TimeSpan?)Times.Hours(72) + Times.Tick),
            (ReasonCode.AuthenticationRefused, (TimeSpan?)Times.Tick),
            (ReasonCode.AuthenticationRefusedPauseDue, (TimeSpan?)TimeSpan.Zero),
            (ReasonCode.DeletedDataKept, (TimeSpan?)Times.Tick),
            (ReasonCode.DeletedDataErased, (TimeSpan?)TimeSpan.Zero),
        ];
        Assert.Empty(all.Except(met.Keys));
    }

    [Fact]
    public void Any_order_of_arrival_gives_what_the_naive_evaluator_reads_from_the_whole_history() =>
        HistoryGenerator.Any.Sample(
            history =>
            {
                var recorder = history.Recorded();
                return NaiveAnswer.Of(StatusEvaluator.Evaluate(recorder.Facts, history.Now)) == history.Expected
                    && recorder.Facts == recorder.Fold();
            },
            iter: Histories,
            print: history => history.ToString());

    [Fact]
    public void A_clock_that_keeps_what_time_alone_did_changes_no_answer() =>
        HistoryGenerator.Any.Sample(
            history =>
            {
                // Looks between any two arrivals and keeps what it sees; late reports must still find their place.
                var known = new SortedList<EventPosition, IntegrationEvent>();
                var facts = history.Created;
                foreach (var arrival in history.Arrivals.Where(e => e is not LogEntriesRecorded))
                {
                    if (known.TryAdd(arrival.Position, arrival))
                    {
                        facts = facts.IsLate(arrival)
                            ? known.Values.Aggregate(history.Created, (folded, e) => folded.Apply(e))
                            : facts.Apply(arrival);
                        facts = facts.AdvanceTo(history.Now, Rules);
                    }
                }

                var naive = history with { Arrivals = [.. known.Values] };
                return NaiveAnswer.Of(StatusEvaluator.Evaluate(facts, history.Now)) == naive.Expected;
            },
            iter: Histories,
            print: history => history.ToString());

    [Fact]
    public void Until_the_next_change_the_answer_stays_and_then_it_changes() =>
        HistoryGenerator.Any.Sample(
            history =>
            {
                var facts = history.RecordedInOrder().Facts;
                var now = StatusEvaluator.Evaluate(facts, history.Now);
                if (now.NextChangeAt is { } next)
                {
                    var middle = history.Now + ((next - history.Now) / 2);
                    return next > history.Now
                        && StatusEvaluator.Evaluate(facts, middle) == now
                        && StatusEvaluator.Evaluate(facts, next - Times.Tick) == now
                        && StatusEvaluator.Evaluate(facts, next) != now;
                }

                int[] daysLater = [1, 3, 14, 28, 10_000];
                return daysLater.All(days => StatusEvaluator.Evaluate(facts, history.Now.AddDays(days)) == now)
                    && StatusEvaluator.Evaluate(facts, history.Now + Times.Tick) == now;
            },
            iter: Histories,
            print: history => history.ToString());

    [Fact]
    public void The_changes_of_status_form_a_chain_that_ends_at_the_status() =>
        HistoryGenerator.Any.Sample(
            history =>
            {
                var facts = history.Created;
                List<StatusTransition> changes = [StatusHistory.Beginning(facts, Rules)];
                foreach (var @event in history.RecordedInOrder().History)
                {
                    facts = StatusHistory.Step(facts, @event, Rules, changes);
                    if (!IsTimeless(@event) && changes[^1].To != StatusEvaluator.Evaluate(facts, @event.At).Status)
                    {
                        return false;
                    }
                }

                facts = StatusHistory.Settle(facts, history.Now, Rules, changes);
                return changes[0].From is null
                    && changes.Zip(changes.Skip(1)).All(pair =>
                        pair.Second.From == pair.First.To
                        && pair.Second.To != pair.Second.From
                        && pair.Second.At >= pair.First.At
                        && pair.Second.Cause?.At == pair.Second.At
                        && PossibleTransitions.All.Contains((pair.Second.From.Value, pair.Second.To)))
                    && changes[^1].To == StatusEvaluator.Evaluate(facts, history.Now).Status;
            },
            iter: Histories,
            print: history => history.ToString());

    [Fact]
    public void A_running_or_cancelled_sync_never_changes_anything() =>
        Gen.Select(HistoryGenerator.Any, Gen.Int[-60, 60], Gen.Bool).Sample(
            (history, days, running) =>
            {
                var facts = history.RecordedInOrder().Facts;
                var state = running ? SyncState.Running : SyncState.Cancelled;
                var sync = new SyncFinished(new SyncReference("other", state, history.Now.AddDays(days), 1, 1, "Called off."));
                List<StatusTransition> changes = [];
                return facts.Apply(sync) == facts
                    && StatusHistory.Step(facts, sync, Rules, changes) == facts
                    && changes.Count == 0;
            },
            iter: Histories,
            print: sample => $"{sample.Item1}at {sample.Item2} days, running {sample.Item3}");

    [Fact]
    public void A_late_event_is_refused_and_any_other_accepted() =>
        HistoryGenerator.Any.Sample(
            history =>
            {
                // In order of arrival and without folding anew: what is refused stays out, and nothing counts after the deletion.
                var facts = history.Created;
                var applied = new List<IntegrationEvent>();
                foreach (var arrival in history.Arrivals)
                {
                    var late = !IsTimeless(arrival) && applied.Exists(other => Key(other).CompareTo(Key(arrival)) > 0);
                    if (facts.IsLate(arrival) != late || Refuses(facts, arrival) != late)
                    {
                        return false;
                    }

                    if (!late && !IsTimeless(arrival) && facts.DeletedAt is null)
                    {
                        applied.Add(arrival);
                    }

                    facts = late ? facts : facts.Apply(arrival);
                }

                return true;
            },
            iter: Histories,
            print: history => history.ToString());

    [Fact]
    public void The_same_event_again_changes_nothing() =>
        HistoryGenerator.Any.Sample(
            history => history.RecordedInOrder().History.Aggregate(
                (Facts: history.Created, Same: true),
                (so, @event) =>
                {
                    var once = so.Facts.Apply(@event);
                    return (once, so.Same && once.Apply(@event) == once);
                }).Same,
            iter: Histories,
            print: history => history.ToString());

    private static bool IsTimeless(IntegrationEvent @event) =>
        @event is LogEntriesRecorded or SyncFinished { Sync.State: SyncState.Running or SyncState.Cancelled };

    // The place in the sorted history as the design words it: time, syncs first, then id or number.
    private static (DateTimeOffset At, int Kind, string Id, long Sequence) Key(IntegrationEvent @event) => @event is SyncFinished sync
        ? (sync.At, 0, sync.Sync.SyncId, 0)
        : (@event.At, 1, "", @event.Sequence);

    private static bool Refuses(IntegrationFacts facts, IntegrationEvent @event)
    {
        try
        {
            facts.Apply(@event);
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
