using CsCheck;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Syncs;

namespace IntegrationsDashboard.Web.Tests.Components;

/// <summary>How one goes through a log, and what an address says of it.</summary>
public sealed class LogRulesTests
{
    private static readonly string[] Letters = ["a", "A", "b", "ä", "Ä", "<", " "];

    private static Gen<int[]> Numbers => Gen.Int[0, 30].HashSet[1, 12].Select(numbers => numbers.Order().ToArray());

    [Fact]
    public void One_goes_on_and_back_and_from_either_end_to_the_other() => Gen.Select(Numbers, Gen.Int[-1, 31]).Sample((numbers, from) =>
    {
        Assert.Equal(numbers.Where(n => n > from).DefaultIfEmpty(numbers[0]).First(), LogJump.Next(numbers, from, false));
        Assert.Equal(numbers.Where(n => n < from).DefaultIfEmpty(numbers[^1]).Last(), LogJump.Next(numbers, from, true));
        Assert.Equal((numbers[0], numbers[^1]), (LogJump.Next(numbers, null, false), LogJump.Next(numbers, null, true)));
        Assert.Equal(Array.IndexOf(numbers, from) + 1, LogJump.PlaceOf(numbers, from));
        Assert.Equal(0, LogJump.PlaceOf(numbers, null));
    });

    [Fact]
    public void A_folded_run_of_errors_is_one_step()
    {
        var index = new LogIndex();
        index.Append(LogChunk.Of(
            Entry(0, "Started", LogEntryLevel.Info), Entry(1, "Failed 1"), Entry(2, "Failed 2"), Entry(3, "Failed 3"), Entry(4, "Gave up")));
        var rows = new LogRows(index, true);

        Assert.Equal(1, LogJump.NextRow(rows, index.Errors, null, false));
        Assert.Equal(4, LogJump.NextRow(rows, index.Errors, 1, false));
        Assert.Equal(1, LogJump.NextRow(rows, index.Errors, 4, false));
        Assert.Equal(1, LogJump.NextRow(rows, index.Errors, 4, true));
        rows.Toggle(1);
        Assert.Equal(2, LogJump.NextRow(rows, index.Errors, 1, false));
        Assert.Equal(3, LogJump.NextRow(rows, index.Errors, 4, true));
    }

    [Fact]
    public void Marked_parts_are_the_text_and_those_marked_are_what_was_searched_for() =>
        Gen.Select(Gen.OneOf(Letters).List[0, 12], Gen.OneOf(Letters).List[0, 3]).Sample((letters, sought) =>
        {
            var (text, wanted) = (string.Concat(letters), string.Concat(sought));

            var parts = MarkedText.Split(text, wanted).ToList();

            Assert.Equal(text, string.Concat(parts.Select(part => part.Part)));
            Assert.All(parts, part => Assert.Equal(part.IsHit, Lower(part.Part) == Lower(wanted.Trim())));
            Assert.Equal(wanted.Trim().Length > 0 && Lower(text).Contains(Lower(wanted.Trim()), StringComparison.Ordinal), MarkedText.Has(text, wanted));

            // As the store does: only Latin letters have a case.
            static string Lower(string some) => string.Concat(some.Select(letter => char.IsAscii(letter) ? char.ToLowerInvariant(letter) : letter));
        });

    [Fact]
    public void A_bar_lies_within_the_sync() => Gen.Select(Gen.Int[-50, 150], Gen.Int[0, 60_000], Gen.Int[0, 100]).Sample((at, took, length) =>
    {
        var from = DateTimeOffset.UnixEpoch;
        var bar = LogBar.Of(Entry(0, "GET") with { At = from.AddSeconds(at), HttpDurationMs = took }, from, from.AddSeconds(length));

        Assert.InRange(bar.Start, 0, 1);
        Assert.InRange(bar.Start + bar.Length, bar.Start, 1.000_001);
    });

    [Fact]
    public void An_address_says_what_is_shown() => Gen.Select(
        Gen.OneOf<string?>(Gen.Const((string?)null), Gen.Const((string?)"100% & more"), Gen.Const((string?)"a=b")),
        Gen.Bool.Array[3],
        Gen.Enum<LogEntryLevel>(),
        Gen.Int[0, 5].Nullable()).Sample((text, choices, level, entry) =>
        {
            var state = new LogState { Text = text, Highlights = choices[0], Level = level, Folds = choices[1], ShowsRequests = choices[2], Entry = entry };
            var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri($"http://x{state.Address("personio:1", "s1")}").Query);

            string? Said(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
            var number = Said("entry") is { } said ? int.Parse(said, System.Globalization.CultureInfo.InvariantCulture) : (int?)null;
            Assert.Equal(state, LogState.Parse(Said("q"), Said("search"), Said("level"), Said("repeats"), Said("view"), number));
        });

    [Fact]
    public void What_makes_no_sense_in_an_address_counts_as_not_given()
    {
        Assert.Equal(new LogState(), LogState.Parse(" ", "x", "9", "x", "x", null));
        Assert.Equal("/integrations/i/syncs/s?entry=217", new LogState { Entry = 217 }.Address("i", "s"));
    }

    private static LogEntry Entry(int seq, string message, LogEntryLevel level = LogEntryLevel.Error) =>
        new() { Seq = seq, At = DateTimeOffset.UnixEpoch, Level = level, Message = message };
}
