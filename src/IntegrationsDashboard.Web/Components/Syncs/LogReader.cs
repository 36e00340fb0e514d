using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Components.Syncs;

/// <summary>
/// Reads a log for a viewer: its beginning first, the rest while that is looked at, and from then on what comes at its end. What was
/// read before stays until there is something to show instead. Used from one circuit only.
/// </summary>
/// <param name="logs">What reads.</param>
/// <param name="logger">Hears what could not be read.</param>
/// <param name="onlyBegins">Whether the beginning is enough, for a page that nobody can scroll yet.</param>
/// <param name="onChange">Called when there is more to show, or something else.</param>
public sealed class LogReader(LogQueries logs, ILogger logger, bool onlyBegins, Func<Task> onChange) : IDisposable
{
    private LogReading? _coming;
    private Sync? _sync;
    private LogState _state = new();
    private bool _behind;
    private bool _catchesUp;

    /// <summary>What there is to show; null before anything was read.</summary>
    public LogReading? Current { get; private set; }

    /// <summary>Whether something else is being read, of which nothing can be shown yet.</summary>
    public bool IsComing => _coming != Current;

    /// <summary>How many entries came at the end of what was there to show.</summary>
    public int Arrived { get; private set; }

    /// <summary>Shows the log in some way, read anew only where that is needed.</summary>
    public async Task ShowAsync(Sync sync, LogState state)
    {
        ArgumentNullException.ThrowIfNull(sync);
        if (!IsComing && _sync?.Key == sync.Key && Current is { } reading && reading.TryShow(state))
        {
            _state = state;
            await onChange();
            await GuardAsync(reading, () => reading.SearchAsync(sync));
        }
        else
        {
            await StartAsync(sync, state);
        }
    }

    /// <summary>Reads the log anew; ends when there is something to show.</summary>
    public async Task StartAsync(Sync sync, LogState state)
    {
        if (IsComing)
        {
            _coming?.Dispose();
        }

        var reading = new LogReading(logs, state);
        (_sync, _state, _coming, _behind) = (sync, state, reading, false);
        _ = GuardAsync(reading, async () =>
        {
            await reading.ReadAsync(sync, onlyBegins, () => reading == Current ? onChange() : Task.CompletedTask);
            if (_behind)
            {
                await CatchUpAsync(_sync);
            }
        });
        await reading.Begun;
        if (_coming == reading)
        {
            Current?.Dispose();
            Current = reading;
            await onChange();
        }
    }

    /// <summary>
    /// Reads what came since. The page tells of new entries one batch after another, also while the last one is still being read.
    /// </summary>
    public async Task CatchUpAsync(Sync sync)
    {
        (_sync, _behind) = (sync, true);
        if (_catchesUp)
        {
            return;
        }

        _catchesUp = true;
        try
        {
            while (_behind && !IsComing && Current is { IsComplete: true } reading)
            {
                _behind = false;
                await GuardAsync(reading, () => FollowAsync(reading));
            }
        }
        finally
        {
            _catchesUp = false;
        }
    }

    /// <summary>Stops reading.</summary>
    public void Dispose()
    {
        Current?.Dispose();
        _coming?.Dispose();
    }

    private async Task FollowAsync(LogReading reading)
    {
        var before = reading.Index.Count;
        var isWhole = await reading.FollowAsync(_sync!);
        Arrived += reading.Index.Count - before;
        if (!isWhole)
        {
            await StartAsync(_sync!, _state);
        }
    }

    private async Task GuardAsync(LogReading reading, Func<Task> read)
    {
        try
        {
            await read();
        }
        catch (OperationCanceledException)
        {
            // Something else is shown now.
            return;
        }
#pragma warning disable CA1031 // Nobody may await this: whatever went wrong is said here or nowhere.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            reading.HasFailed = true;
            logger.LogError(exception, "The log of the sync {SyncId} could not be read.", _sync?.SyncId);
        }

        if (reading == Current)
        {
            await onChange();
        }
    }
}
