using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Components.Syncs;

/// <summary>
/// What a viewer has read of a log so far: the index of the entries it may show, and which of them are hits. It grows while it is read,
/// and at its end while the sync runs. Used from one circuit only.
/// </summary>
public sealed class LogReading : IDisposable
{
    private readonly LogQueries _logs;
    private readonly LogFilter _filter;
    private readonly List<int> _hits = [];
    private readonly TaskCompletionSource _begun = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationToken _untilEnded;
    private LogFilter? _search;
    private bool _isDisposed;
    private int _upTo = -1;
    private int _known;

    /// <summary>Reads nothing yet.</summary>
    public LogReading(LogQueries logs, LogState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _logs = logs;
        (_filter, _search) = (state.Filter, state.Hits);
        Rows = new LogRows(new LogIndex(), Folds(state));
        _untilEnded = _ended.Token;
    }

    /// <summary>The rows to show.</summary>
    public LogRows Rows { get; private set; }

    /// <summary>The index of what was read.</summary>
    public LogIndex Index => Rows.Index;

    /// <summary>The sequence numbers of the hits, ascending.</summary>
    public IReadOnlyList<int> Hits => _hits;

    /// <summary>Whether all hits are known.</summary>
    public bool HasSearched { get; private set; }

    /// <summary>Whether all of it was read.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Whether it could not be read.</summary>
    public bool HasFailed { get; internal set; }

    /// <summary>Ends when there is something to show, or nothing will be.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Reads all of the log.</summary>
    /// <param name="sync">The sync.</param>
    /// <param name="onlyBegins">Whether its beginning is enough, for a page that nobody can scroll yet.</param>
    /// <param name="onProgress">Called whenever more was read.</param>
    public async Task ReadAsync(Sync sync, bool onlyBegins, Func<Task> onProgress)
    {
        ArgumentNullException.ThrowIfNull(sync);
        ArgumentNullException.ThrowIfNull(onProgress);
        try
        {
            _upTo = await _logs.LastAsync(sync, _untilEnded);
            await foreach (var chunk in _logs.ScanAsync(sync, _filter, -1, _upTo, _untilEnded))
            {
                Index.Append(chunk);
                _begun.TrySetResult();
                if (onlyBegins)
                {
                    return;
                }

                await onProgress();
            }

            _known = _filter.IsEmpty ? Index.Count : sync.LogCount;
            _begun.TrySetResult();
            IsComplete = true;
            await SearchAsync(sync, -1);
        }
        finally
        {
            _begun.TrySetResult();
        }
    }

    /// <summary>
    /// Reads what came at the end since. False where entries came before the end as well, which an index cannot take: then the log is
    /// to be read anew.
    /// </summary>
    public async Task<bool> FollowAsync(Sync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        var after = _upTo;
        var upTo = await _logs.LastAsync(sync, _untilEnded);
        if (upTo > after)
        {
            _upTo = upTo;
            _known += await _logs.CountAsync(sync, after, upTo, _untilEnded);
            await foreach (var chunk in _logs.ScanAsync(sync, _filter, after, upTo, _untilEnded))
            {
                Index.Append(chunk);
            }

            await SearchAsync(sync, after);
        }

        return _known >= sync.LogCount;
    }

    /// <summary>
    /// Shows the same entries in another way, folded or not, with other hits. False where that takes reading anew: other entries are to
    /// be shown, or these are not all known yet.
    /// </summary>
    public bool TryShow(LogState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!IsComplete || state.Filter != _filter)
        {
            return false;
        }

        if (Rows.IsFolded != Folds(state))
        {
            Rows = new LogRows(Index, Folds(state));
        }

        if (_search != state.Hits)
        {
            _search = state.Hits;
            _hits.Clear();
            HasSearched = false;
        }

        return true;
    }

    /// <summary>Looks for the hits, where they are not known.</summary>
    public async Task SearchAsync(Sync sync)
    {
        if (!HasSearched)
        {
            await SearchAsync(sync, -1);
        }
    }

    /// <summary>Stops reading.</summary>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _ended.Cancel();
            _ended.Dispose();
        }
    }

    private static bool Folds(LogState state) => state.Folds && !state.ShowsRequests;

    // Away from the circuit: to search a million messages takes a while, in which somebody may have typed on.
    private async Task SearchAsync(Sync sync, int after)
    {
        if (_search is { } search)
        {
            var upTo = _upTo;
            var found = await Task.Run(() => _logs.SequenceAsync(sync, search, after, upTo, _untilEnded), _untilEnded);
            if (_search != search)
            {
                return;
            }

            // What came meanwhile may have been looked through already by whoever read it.
            _hits.RemoveAll(hit => hit > after && hit <= upTo);
            _hits.AddRange(found);
            _hits.Sort();
        }

        HasSearched |= after < 0;
    }
}
