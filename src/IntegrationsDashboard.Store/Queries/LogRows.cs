namespace IntegrationsDashboard.Store.Queries;

/// <summary>The rows of a list over an index: a row an entry, or a row a run but for the few that are unfolded.</summary>
/// <param name="index">The index; it may grow.</param>
/// <param name="folded">Whether a run is one row.</param>
public sealed class LogRows(LogIndex index, bool folded)
{
    // Ascending. A person unfolds a handful, so that walking over all of them is no loss.
    private readonly List<int> _open = [];

    /// <summary>The index.</summary>
    public LogIndex Index { get; } = index;

    /// <summary>Whether a run is one row.</summary>
    public bool IsFolded { get; } = folded;

    /// <summary>How many rows.</summary>
    public int Count => IsFolded ? Index.RunCount + _open.Sum(run => Index.RunLength(run) - 1) : Index.Count;

    /// <summary>Unfolds a run, or folds it again.</summary>
    public void Toggle(int run)
    {
        var place = _open.BinarySearch(run);
        if (place >= 0)
        {
            _open.RemoveAt(place);
        }
        else
        {
            _open.Insert(~place, run);
        }
    }

    /// <summary>Makes the entry at a position have a row of its own.</summary>
    public void Show(int position)
    {
        if (IsFolded && At(RowOf(position)) is { Entries: > 1 } place && place.Position != position)
        {
            Toggle(place.Run);
        }
    }

    /// <summary>What a row shows.</summary>
    public LogRowPlace At(int row)
    {
        if (!IsFolded)
        {
            return new LogRowPlace(row, -1, 1, false);
        }

        var more = 0;
        foreach (var open in _open)
        {
            var first = open + more;
            if (row < first)
            {
                break;
            }

            var length = Index.RunLength(open);
            if (row < first + length)
            {
                return new LogRowPlace(Index.RunStart(open) + row - first, open, row == first ? length : 1, row == first && length > 1);
            }

            more += length - 1;
        }

        var run = row - more;
        return new LogRowPlace(Index.RunStart(run), run, Index.RunLength(run), false);
    }

    /// <summary>The row in which the entry at a position is.</summary>
    public int RowOf(int position)
    {
        if (!IsFolded)
        {
            return position;
        }

        var run = Index.RunOf(position);
        var row = run;
        foreach (var open in _open)
        {
            if (open >= run)
            {
                return open == run ? row + position - Index.RunStart(run) : row;
            }

            row += Index.RunLength(open) - 1;
        }

        return row;
    }

    /// <summary>
    /// The worst level in each of so many parts of the list, from its beginning to its end: a digit a part, as the levels are numbered.
    /// A list of fewer rows has a part a row.
    /// </summary>
    public string Levels(int parts)
    {
        var rows = Count;
        var size = Math.Min(parts, rows);
        return string.Create(size, this, (digits, self) =>
        {
            digits.Fill('0');
            var row = 0L;
            var open = 0;
            for (var run = 0; run < self.Index.RunCount; run++)
            {
                var isOpen = open < self._open.Count && self._open[open] == run;
                open += isOpen ? 1 : 0;
                var length = self.IsFolded && !isOpen ? 1 : self.Index.RunLength(run);
                var level = (char)('0' + (int)self.Index.RunLevel(run));
                var last = (row + length - 1) * size / rows;
                for (var part = row * size / rows; part <= last; part++)
                {
                    digits[(int)part] = (char)Math.Max(digits[(int)part], level);
                }

                row += length;
            }
        });
    }
}
