namespace IntegrationsDashboard.Status.Tests;

/// <summary>A made-up integration: what was reported of it, in order of arrival and with repetitions, and when one looks.</summary>
internal sealed record RandomHistory(
    EnvironmentKind Environment,
    SetupStatus Setup,
    DateTimeOffset WatchedSince,
    IReadOnlyList<IntegrationEvent> Arrivals,
    DateTimeOffset Now)
{
    public IntegrationFacts Created => IntegrationFacts.Created(Environment, Times.Created, WatchedSince, Setup);

    public NaiveAnswer Expected => NaiveEvaluator.Evaluate(Environment, Times.Created, WatchedSince, Setup, Arrivals, Now);

    /// <summary>The integration with everything reported, in the order of arrival.</summary>
    public Recorder Recorded() => Record(Arrivals);

    /// <summary>The same, reported in the best of orders: far quicker where the order is not the question.</summary>
    public Recorder RecordedInOrder() => Record(Arrivals.OrderBy(e => e is LogEntriesRecorded ? 0 : 1).ThenBy(e => e.Position));

    public static string Show(IntegrationEvent @event) => @event switch
    {
        SyncFinished { Sync: var sync } => $"{Times.Show(@event.At)} sync {sync.SyncId} {sync.State}",
        LogEntriesRecorded { Sync: var sync } =>
            $"{Times.Show(@event.At)} log of {sync.SyncId}: error {sync.FirstError}, warning {sync.FirstWarning}",
        _ => $"{Times.Show(@event.At)} {@event.GetType().Name} #{@event.Sequence}",
    };

    /// <summary>How a counterexample is printed.</summary>
    public override string ToString()
    {
        List<string> lines =
        [
            "",
            $"{Environment}, setup {Setup}, watched since {Times.Show(WatchedSince)}, now {Times.Show(Now)}",
            $"arrivals: {string.Join("; ", Arrivals.Select(Show))}",
            $"expected: {Expected}",
        ];
        try
        {
            var recorder = Recorded();
            lines.Add($"sorted:   {string.Join("; ", recorder.History.Select(Show))}");
            lines.Add($"actual:   {NaiveAnswer.Of(StatusEvaluator.Evaluate(recorder.Facts, Now))}");
        }
        catch (ArgumentException refusal)
        {
            lines.Add($"threw:    {refusal.Message}");
        }

        return string.Join('\n', lines);
    }

    private Recorder Record(IEnumerable<IntegrationEvent> reports)
    {
        var recorder = new Recorder(Created);
        foreach (var report in reports)
        {
            recorder.Record(report);
        }

        return recorder;
    }
}
