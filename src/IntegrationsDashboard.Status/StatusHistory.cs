namespace IntegrationsDashboard.Status;

/// <summary>Folds events into facts and tells which changes of status happened on the way.</summary>
public static class StatusHistory
{
    /// <summary>The transition with which the history of every integration begins.</summary>
    public static StatusTransition Beginning(IntegrationFacts created, StatusRules rules) =>
        new(created.CreatedAt, null, StatusEvaluator.Evaluate(created, created.CreatedAt, rules).Status, null);

    /// <summary>
    /// Applies one event and adds the changes of status that it made to <paramref name="transitions"/>: none, one, or two where
    /// the idle rule had fired before it.
    /// </summary>
    /// <exception cref="ArgumentException">The event is late, see <see cref="IntegrationFacts.IsLate"/>.</exception>
    public static IntegrationFacts Step(
        IntegrationFacts facts, IntegrationEvent @event, StatusRules rules, ICollection<StatusTransition> transitions)
    {
        // Settling here would tell of an idle limit that the facts returned do not keep.
        if (IntegrationFacts.IsTimeless(@event))
        {
            return facts.Apply(@event, rules);
        }

        var settled = Settle(facts, @event.At, rules, transitions);
        var before = StatusEvaluator.Evaluate(settled, @event.At, rules).Status;
        var next = facts.Apply(@event, rules);
        var after = StatusEvaluator.Evaluate(next, @event.At, rules).Status;
        if (after != before)
        {
            transitions.Add(new StatusTransition(@event.At, before, after, @event));
        }

        return next;
    }

    /// <summary>
    /// Lets time alone pass until <paramref name="now"/> and adds the change of status that it made, if any, to
    /// <paramref name="transitions"/>.
    /// </summary>
    public static IntegrationFacts Settle(
        IntegrationFacts facts, DateTimeOffset now, StatusRules rules, ICollection<StatusTransition> transitions)
    {
        var settled = facts.AdvanceTo(now, rules);
        if (!ReferenceEquals(settled, facts))
        {
            var at = settled.Inactivity!.Value.Since;
            var before = StatusEvaluator.Evaluate(facts, at - TimeSpan.FromTicks(1), rules).Status;
            transitions.Add(new StatusTransition(at, before, IntegrationStatus.Inactive, new IdleDeadlineReached(at) { Actor = Actor.Rule }));
        }

        return settled;
    }
}
