using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>
/// Where everything in a log is, in a few bytes an entry: what a list of a million rows needs to know before it shows any. It only
/// ever grows at its end. A <em>position</em> counts the entries from 0, a <em>run</em> is as many in a row as say the same.
/// </summary>
public sealed class LogIndex
{
    private readonly List<int> _seqs = [];
    private readonly List<int> _runs = [];
    private readonly List<byte> _runLevels = [];
    private readonly List<int> _errors = [];
    private readonly List<int> _warnings = [];
    private ulong _lastKey;

    /// <summary>How many entries.</summary>
    public int Count => _seqs.Count;

    /// <summary>How many runs.</summary>
    public int RunCount => _runs.Count;

    /// <summary>The positions of the errors, ascending.</summary>
    public IReadOnlyList<int> Errors => _errors;

    /// <summary>The positions of the warnings, ascending.</summary>
    public IReadOnlyList<int> Warnings => _warnings;

    /// <summary>Adds entries at the end.</summary>
    /// <exception cref="ArgumentException">They do not come after those that are there.</exception>
    public void Append(LogChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        if (chunk.Count > 0 && Count > 0 && chunk.Seqs[0] <= _seqs[^1])
        {
            throw new ArgumentException("An index grows only at its end.", nameof(chunk));
        }

        var levels = chunk.Levels;
        var keys = chunk.Keys;
        for (var index = 0; index < chunk.Count; index++)
        {
            if (_runs.Count == 0 || keys[index] != _lastKey)
            {
                _runs.Add(Count + index);
                _runLevels.Add(levels[index]);
                _lastKey = keys[index];
            }

            var level = (LogEntryLevel)levels[index];
            if (level >= LogEntryLevel.Warning)
            {
                (level == LogEntryLevel.Error ? _errors : _warnings).Add(Count + index);
            }
        }

        _seqs.AddRange(chunk.Seqs);
    }

    /// <summary>The sequence number of the entry at a position.</summary>
    public int SeqAt(int position) => _seqs[position];

    /// <summary>The position of the entry of this sequence number; where there is none, the complement of the next one's.</summary>
    public int PositionOf(int seq) => _seqs.BinarySearch(seq);

    /// <summary>The position at which a run begins.</summary>
    public int RunStart(int run) => _runs[run];

    /// <summary>How many entries a run has, 1 or more.</summary>
    public int RunLength(int run) => (run + 1 < _runs.Count ? _runs[run + 1] : Count) - _runs[run];

    /// <summary>The level of a run's entries.</summary>
    public LogEntryLevel RunLevel(int run) => (LogEntryLevel)_runLevels[run];

    /// <summary>The run that a position belongs to.</summary>
    public int RunOf(int position)
    {
        var found = _runs.BinarySearch(position);
        return found >= 0 ? found : ~found - 1;
    }
}
