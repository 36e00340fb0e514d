namespace IntegrationsDashboard.Status.Tests;

/// <summary>Uses the library as a ledger does: applies what comes in order, folds the sorted history anew for what comes late.</summary>
internal sealed class Recorder
{
    private readonly IntegrationFacts _created;
    private readonly SortedList<EventPosition, IntegrationEvent> _history = [];
    private readonly Dictionary<string, SyncReference> _logs = [];

    public Recorder(IntegrationFacts created) => Facts = _created = created;

    public IntegrationFacts Facts { get; private set; }

    /// <summary>All that is known, sorted, each once.</summary>
    public IEnumerable<IntegrationEvent> History => _history.Values;

    public void Record(IntegrationEvent report)
    {
        if (report is LogEntriesRecorded log)
        {
            _logs[log.Sync.SyncId] = log.Sync;
            if (_history.Values.OfType<SyncFinished>().FirstOrDefault(e => e.Sync.SyncId == log.Sync.SyncId) is { } known)
            {
                _history[known.Position] = WithLog(known);
            }

            Facts = Facts.Apply(log);
            return;
        }

        var @event = report is SyncFinished sync ? WithLog(sync) : report;
        if (!_history.TryAdd(@event.Position, @event))
        {
            return;
        }

        Facts = Facts.IsLate(@event) ? Fold() : Facts.Apply(@event);
    }

    /// <summary>The facts of the sorted history.</summary>
    public IntegrationFacts Fold() => History.Aggregate(_created, (facts, @event) => facts.Apply(@event));

    private SyncFinished WithLog(SyncFinished finished) => _logs.TryGetValue(finished.Sync.SyncId, out var log)
        ? new SyncFinished(finished.Sync with
        {
            FirstError = log.FirstError ?? finished.Sync.FirstError,
            FirstWarning = log.FirstWarning ?? finished.Sync.FirstWarning,
            Message = log.Message ?? finished.Sync.Message,
        })
        : finished;
}
