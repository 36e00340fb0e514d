using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Components.Syncs;

/// <summary>Goes from one thing to the next, and from the last one to the first again.</summary>
public static class LogJump
{
    /// <summary>The next of some ascending numbers after one, or the one before it; where there is none left, from the other end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no numbers.</exception>
    public static int Next(IReadOnlyList<int> numbers, int? from, bool backward)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentOutOfRangeException.ThrowIfZero(numbers.Count, nameof(numbers));
        if (backward)
        {
            var before = from is { } here ? FirstFrom(numbers, here) - 1 : numbers.Count - 1;
            return numbers[before < 0 ? numbers.Count - 1 : before];
        }

        var after = from is { } there ? FirstFrom(numbers, (long)there + 1) : 0;
        return numbers[after == numbers.Count ? 0 : after];
    }

    /// <summary>
    /// As <see cref="Next"/>, over positions in a list of rows: a folded row counts as one, whose first entry is what is gone to.
    /// </summary>
    public static int NextRow(LogRows rows, IReadOnlyList<int> positions, int? from, bool backward)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (from is { } position)
        {
            var here = rows.At(rows.RowOf(position));
            from = backward ? here.Position : here.Position + here.Entries - 1;
        }

        return rows.At(rows.RowOf(Next(positions, from, backward))).Position;
    }

    /// <summary>Which one a number is, counted from 1; 0 where it is none of them.</summary>
    public static int PlaceOf(IReadOnlyList<int> numbers, int? number)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var place = number is { } wanted ? FirstFrom(numbers, wanted) : numbers.Count;
        return place < numbers.Count && numbers[place] == number ? place + 1 : 0;
    }

    private static int FirstFrom(IReadOnlyList<int> numbers, long least)
    {
        var (low, high) = (0, numbers.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = numbers[middle] < least ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
