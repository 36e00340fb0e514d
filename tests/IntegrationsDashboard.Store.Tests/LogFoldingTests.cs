using System.Text.RegularExpressions;
using CsCheck;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>Entries that say the same are folded, and no others: held against an oracle that writes out what each says.</summary>
public sealed partial class LogFoldingTests
{
    private static readonly string[] Parts =
        ["Read page ", "page", "7", "12", "1,234.5", "3f2a", "beef", "abcdef", "é9", "ü", "-", ".", ",", ":", " ", "#", "/", "08:15:00", "x-"];

    private static Gen<LogEntry> AnEntry => Gen.Select(
        Gen.OneOf(Parts).List[0, 5],
        Gen.Frequency((8, Gen.Const(LogEntryLevel.Info)), (1, Gen.Const(LogEntryLevel.Warning)), (1, Gen.Const(LogEntryLevel.Error))),
        Gen.Frequency((6, Gen.Const((string?)null)), (1, Gen.Const((string?)"employees"))),
        Gen.Frequency((6, Gen.Const((int?)null)), (1, Gen.Const((int?)200)), (1, Gen.Const((int?)503)))).Select((parts, level, model, status) => new LogEntry
        {
            Seq = 0,
            At = TestStore.Start,
            Level = level,
            Message = string.Concat(parts),
            Model = model,
            HttpStatus = status,
        });

    // Few different entries, so that they repeat; gaps in the numbers.
    private static Gen<LogEntry[]> ALog => AnEntry.Array[1, 4].SelectMany(kinds =>
        Gen.Select(Gen.Int[0, kinds.Length - 1], Gen.Int[1, 3]).Array[0, 60].Select(picks =>
        {
            var seq = -1;
            return picks.Select(pick => kinds[pick.Item1] with { Seq = seq += pick.Item2 }).ToArray();
        }));

    [Fact]
    public void Two_entries_have_the_same_key_exactly_if_they_say_the_same() =>
        Gen.Select(AnEntry, AnEntry).Sample((one, other) => Assert.Equal(Says(one) == Says(other), Key(one) == Key(other)), iter: 20_000);

    [Theory]
    [InlineData("Read page 3 of the employees", "Read page 1,204 of the employees", true)]
    [InlineData("Left out 0c1d2e3f-abcd-4a5b-8c7d-aabbccddeeff", "Left out 99999999-1111-2222-3333-444444444444", true)]
    [InlineData("Took 1.5 s", "Took 12 s", true)]
    [InlineData("Read page 3 of the employees", "Read page 3 of the teams", false)]
    [InlineData("Retry", "Retry 2", false)]
    public void What_differs_is_a_number_or_an_id(string one, string other, bool folds)
    {
        LogEntry Make(string message) => new() { Seq = 0, At = TestStore.Start, Level = LogEntryLevel.Info, Message = message };
        Assert.Equal(folds, Key(Make(one)) == Key(Make(other)));
    }

    [Fact]
    public void An_index_has_the_runs_that_going_through_the_log_finds() => Gen.Select(ALog, Gen.Int[1, 20]).Sample((log, size) =>
    {
        var index = IndexOf(log, size);

        var runs = NaiveRuns(log);
        Assert.Equal(runs.Select(run => run[0]), Enumerable.Range(0, index.RunCount).Select(index.RunStart));
        Assert.Equal(runs.Select(run => run.Count), Enumerable.Range(0, index.RunCount).Select(index.RunLength));
        Assert.Equal(runs.Select(run => log[run[0]].Level), Enumerable.Range(0, index.RunCount).Select(index.RunLevel));
        Assert.Equal(Positions(LogEntryLevel.Error), index.Errors);
        Assert.Equal(Positions(LogEntryLevel.Warning), index.Warnings);
        Assert.Equal(log.Select(entry => entry.Seq), Enumerable.Range(0, index.Count).Select(index.SeqAt));

        IEnumerable<int> Positions(LogEntryLevel level) => log.Index().Where(e => e.Item.Level == level).Select(e => e.Index);
    });

    [Fact]
    public void The_rows_are_those_that_writing_all_of_them_down_gives() => Gen.Select(ALog, Gen.Bool, Gen.Int[0, 59].Array[0, 5], Gen.Int[1, 40]).Sample(
        (log, folded, toggled, parts) =>
        {
            var rows = new LogRows(IndexOf(log, 7), folded);
            var runs = NaiveRuns(log);
            var open = new HashSet<int>();
            foreach (var run in toggled.Where(run => run < runs.Count))
            {
                rows.Toggle(run);
                _ = open.Remove(run) || open.Add(run);
            }

            var expected = new List<List<int>>();
            foreach (var (number, run) in runs.Index())
            {
                if (folded && !open.Contains(number))
                {
                    expected.Add(run);
                }
                else
                {
                    expected.AddRange(run.Select(position => new List<int> { position }));
                }
            }

            Assert.Equal(expected.Count, rows.Count);
            foreach (var (row, positions) in expected.Index())
            {
                var place = rows.At(row);
                Assert.Equal((positions[0], positions.Count), (place.Position, place.Entries));
                Assert.All(positions, position => Assert.Equal(row, rows.RowOf(position)));
            }

            var size = Math.Min(parts, expected.Count);
            var levels = new char[size];
            Array.Fill(levels, '0');
            foreach (var (row, positions) in expected.Index())
            {
                var part = (int)((long)row * size / expected.Count);
                levels[part] = (char)Math.Max(levels[part], '0' + (int)log[positions[0]].Level);
            }

            Assert.Equal(new string(levels), rows.Levels(parts));
        });

    [Fact]
    public void An_entry_that_is_to_be_shown_has_a_row_of_its_own() => Gen.Select(ALog.Where(log => log.Length > 0), Gen.Int[0, 59]).Sample((log, at) =>
    {
        var rows = new LogRows(IndexOf(log, 7), true);
        var position = at % log.Length;

        rows.Show(position);

        Assert.Equal(position, rows.At(rows.RowOf(position)).Position);
    });

    [Fact]
    public void An_index_refuses_what_belongs_before_its_end()
    {
        LogEntry Make(int seq) => new() { Seq = seq, At = TestStore.Start, Level = LogEntryLevel.Info, Message = "Loaded" };
        var index = new LogIndex();
        index.Append(LogChunk.Of(Make(3)));

        Assert.Throws<ArgumentException>(() => index.Append(LogChunk.Of(Make(3))));
        Assert.Equal(~0, index.PositionOf(2));
    }

    private static LogIndex IndexOf(LogEntry[] log, int size)
    {
        var index = new LogIndex();
        foreach (var some in log.Chunk(size))
        {
            index.Append(LogChunk.Of(some));
        }

        return index;
    }

    private static List<List<int>> NaiveRuns(LogEntry[] log)
    {
        var runs = new List<List<int>>();
        for (var position = 0; position < log.Length; position++)
        {
            if (position == 0 || Says(log[position]) != Says(log[position - 1]))
            {
                runs.Add([]);
            }

            runs[^1].Add(position);
        }

        return runs;
    }

    private static ulong Key(LogEntry entry) => FoldKey.Of(
        entry.Level, entry.HttpStatus, System.Text.Encoding.UTF8.GetBytes(entry.Model ?? ""), System.Text.Encoding.UTF8.GetBytes(entry.Message));

    private static string Says(LogEntry entry) => $"{entry.Level}|{entry.HttpStatus}|{entry.Model}|{Differing().Replace(entry.Message, "\u0001")}";

    [GeneratedRegex(
        """
        (?<![A-Za-z0-9\u0080-\uffff])[A-Za-z0-9\u0080-\uffff]*[0-9][A-Za-z0-9\u0080-\uffff]*
        (?: [-.,:] [A-Za-z0-9\u0080-\uffff]*[0-9][A-Za-z0-9\u0080-\uffff]*
          | - [a-fA-F]{4,} (?![A-Za-z0-9\u0080-\uffff]) )*
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Differing();
}
