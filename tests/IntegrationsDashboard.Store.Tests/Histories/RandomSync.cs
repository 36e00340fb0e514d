using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests.Histories;

/// <summary>A sync of a random history, and how it comes to be known.</summary>
/// <param name="Number">Its number within the history.</param>
/// <param name="State">Its final state.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Error">What its reporter says went wrong.</param>
/// <param name="Levels">The levels of its log entries.</param>
/// <param name="Announced">Whether its start is reported too.</param>
/// <param name="Delay">How long after its end it is reported.</param>
/// <param name="Order">Parts reports at the same time.</param>
internal sealed record RandomSync(
    int Number,
    SyncState State,
    DateTimeOffset EndedAt,
    string? Error,
    IReadOnlyList<LogEntryLevel> Levels,
    bool Announced,
    TimeSpan Delay,
    int Order)
{
    // Entries come out of order: what is known as the first error may turn out not to be.
    private static readonly int[] Sequence = [3, 1, 4, 0, 2];

    private IEnumerable<LogReport> Entries =>
        Levels.Select((level, index) => TestStore.Entry(Sequence[index], level, $"{level} {Sequence[index]}"));

    /// <summary>What the facts have to know of it in the end.</summary>
    public SyncReference Reference(string prefix)
    {
        var error = First(LogEntryLevel.Error);
        var warning = First(LogEntryLevel.Warning);
        var logged = State switch
        {
            SyncState.Succeeded => null,
            SyncState.PartiallyFailed => warning ?? error,
            _ => error ?? warning,
        };
        return new SyncReference(Id(prefix), State, EndedAt, error?.Seq, warning?.Seq, Error ?? logged?.Message);
    }

    /// <summary>Its start, its end, the log entries that come after the end one by one, and all of it once more.</summary>
    public IEnumerable<Arrival> Arrivals(string prefix, bool announced, bool inTime)
    {
        var id = Id(prefix);
        var position = EventPosition.OfSync(EndedAt, id);
        var reportedAt = inTime ? EndedAt : EndedAt + Delay;
        if (Announced && announced)
        {
            yield return new Arrival(EndedAt, Order, position, async (session, scope, integration) =>
            {
                await session.RecordSyncAsync(scope, Report(id, integration, false));
                await session.AppendLogAsync(scope, id, [.. Entries.Take(1)]);
            });
        }

        yield return new Arrival(reportedAt, Order + 100, position, (session, scope, integration) =>
            session.RecordSyncAsync(scope, Report(id, integration, true)));
        foreach (var (index, entry) in Entries.Index())
        {
            yield return new Arrival(reportedAt, Order + 101 + (index * 50), position, (session, scope, _) =>
                session.AppendLogAsync(scope, id, [entry]));
        }

        yield return new Arrival(reportedAt + Delay, Order + 400, position, async (session, scope, integration) =>
        {
            await session.RecordSyncAsync(scope, Report(id, integration, true));
            await session.RecordSyncAsync(scope, Report(id, integration, false));
            await session.AppendLogAsync(scope, id, [.. Entries]);
        });
    }

    private string Id(string prefix) => $"{prefix}-{Number}";

    private LogEntry? First(LogEntryLevel level) => Entries.Select(e => e.Entry).Where(e => e.Level == level).MinBy(e => e.Seq);

    private SyncReport Report(string id, string integration, bool ended) => new()
    {
        SyncId = id,
        IntegrationId = integration,
        State = ended ? State : SyncState.Running,
        StartedAt = EndedAt - TimeSpan.FromMinutes(5),
        EndedAt = ended ? EndedAt : null,
        Error = ended ? Error : null,
    };
}
