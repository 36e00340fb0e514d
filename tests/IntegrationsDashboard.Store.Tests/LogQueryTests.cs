using CsCheck;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>A log read from anywhere is what filtering all of it in memory gives.</summary>
public sealed class LogQueryTests : StoreTest
{
    private static readonly string[] Words = ["Loaded", "100%", "100 percent", "a_b", "acb", "C:\\temp", "c:/temp", "it's", "FAILED"];

    private static readonly string?[] Texts = [null, " ", "loaded", "%", "_", "a_b", "\\", "it's", "failed", "/V1/", "employees", "100% ", "nothing"];

    private List<LogReport> _reports = [];
    private Sync _sync = null!;

    private IEnumerable<LogEntry> Entries => _reports.Select(report => report.Entry with { SyncKey = _sync.Key }).OrderBy(e => e.Seq);

    private static Gen<LogFilter> Filters =>
        Gen.Select(Gen.Enum<LogEntryLevel>(), Gen.OneOf(Texts), Gen.Bool).Select((level, text, requests) => new LogFilter(level, text, requests));

    [Fact]
    public Task Entries_from_any_place_in_both_directions() =>
        Gen.Select(Filters, Gen.Int[-5, 700], Gen.Bool, Gen.Int[1, 60]).SampleAsync(
            async (filter, from, backward, size) =>
            {
                var all = Entries.Where(e => Passes(filter, e));
                var expected = backward ? all.Where(e => e.Seq <= from).TakeLast(size) : all.Where(e => e.Seq >= from).Take(size);

                Assert.Equal(expected, await Store.Logs.EntriesAsync(_sync, filter, from, backward, size));
            },
            iter: 200,
            threads: 2);

    [Fact]
    public Task The_sequence_of_what_a_filter_lets_through() => Gen.Select(Filters, Gen.Int[-5, 700], Gen.Int[-5, 700]).SampleAsync(
        async (filter, after, upTo) => Assert.Equal(
            Entries.Where(e => Passes(filter, e) && e.Seq > after && e.Seq <= upTo).Select(e => e.Seq),
            await Store.Logs.SequenceAsync(_sync, filter, after, upTo)),
        iter: 60,
        threads: 2);

    [Fact]
    public Task A_scan_tells_an_index_what_the_entries_themselves_would() => Gen.Select(Filters, Gen.Int[-5, 700], Gen.Int[-5, 700]).SampleAsync(
        async (filter, after, upTo) =>
        {
            var scanned = new List<(int, byte, ulong)>();
            await foreach (var chunk in Store.Logs.ScanAsync(_sync, filter, after, upTo))
            {
                scanned.AddRange(Told(chunk));
            }

            Assert.Equal(Told(LogChunk.Of([.. Entries.Where(e => Passes(filter, e) && e.Seq > after && e.Seq <= upTo)])), scanned);
        },
        iter: 60,
        threads: 2);

    [Fact]
    public Task Entries_by_their_numbers() => Gen.Int[-5, 700].Array[0, 80].SampleAsync(
        async seqs => Assert.Equal(Entries.Where(e => seqs.Contains(e.Seq)), await Store.Logs.EntriesAsync(_sync, seqs)),
        iter: 40,
        threads: 2);

    [Fact]
    public async Task The_end_of_a_log_is_known_and_what_lies_between_is_counted()
    {
        Assert.Equal(Entries.Max(e => e.Seq), await Store.Logs.LastAsync(_sync));
        Assert.Equal(Entries.Count(e => e.Seq is > 100 and <= 400), await Store.Logs.CountAsync(_sync, 100, 400));
    }

    [Fact]
    public async Task An_export_is_the_whole_log_with_its_bodies()
    {
        var exported = new List<LogReport>();
        await foreach (var report in Store.Logs.ExportAsync(_sync))
        {
            exported.Add(report);
        }

        Assert.Equal(_reports.OrderBy(r => r.Entry.Seq).Select(r => r with { Entry = r.Entry with { SyncKey = _sync.Key } }), exported);
    }

    [Fact]
    public async Task Bodies_are_read_one_by_one()
    {
        foreach (var report in _reports.Take(40))
        {
            var expected = (report.RequestBody ?? report.ResponseBody) is null
                ? null
                : new LogBody { SyncKey = _sync.Key, Seq = report.Entry.Seq, Request = report.RequestBody, Response = report.ResponseBody };
            Assert.Equal(expected, await Store.Logs.BodyAsync(_sync, report.Entry.Seq));
        }

        Assert.Null(await Store.Logs.BodyAsync(_sync, -1));
    }

    [Fact]
    public void Only_a_filter_that_lets_everything_through_is_empty()
    {
        Assert.True(new LogFilter(Text: " ").IsEmpty);
        Assert.False(new LogFilter(LogEntryLevel.Info).IsEmpty);
        Assert.False(new LogFilter(Text: "a").IsEmpty);
        Assert.False(new LogFilter(Requests: true).IsEmpty);
    }

    protected override async Task PrepareAsync()
    {
        var random = new Random(7);
        var integration = await Store.AddAsync();
        await Store.FinishAsync(integration, "s1", SyncState.Failed);
        await Store.FinishAsync(integration, "s2", SyncState.Failed);

        // Gaps in the numbers, and an order of arrival that is not theirs.
        _reports = [.. Enumerable.Range(0, 600).Where(_ => random.Next(3) != 0).Select(seq => Random(random, seq)).OrderBy(_ => random.Next())];
        foreach (var some in _reports.Chunk(50))
        {
            await Store.Ledger.AppendLogAsync(Store.Production, "s1", some);
        }

        // The same numbers in another log.
        await Store.Ledger.AppendLogAsync(Store.Production, "s2", [.. Enumerable.Range(0, 600).Select(seq => Random(random, seq))]);
        _sync = (await Store.Syncs.FindAsync(Store.Production, integration.Id, "s1"))!;
    }

    private static LogReport Random(Random random, int seq)
    {
        var withRequest = random.Next(2) == 0;
        return new LogReport(
            new LogEntry
            {
                Seq = seq,
                At = TestStore.Start.AddSeconds(seq),
                Level = (LogEntryLevel)random.Next(4),
                Message = Words[random.Next(Words.Length)],
                Model = random.Next(2) == 0 ? "employees" : null,
                HttpMethod = withRequest ? "GET" : null,
                HttpUrl = withRequest ? "https://example.test/v1/people?page=1" : null,
                HttpStatus = withRequest ? 200 : null,
                HttpDurationMs = withRequest ? 12 : null,
            },
            withRequest && random.Next(2) == 0 ? "{\"a\":1}" : null,
            withRequest && random.Next(2) == 0 ? "[]" : null);
    }

    private static List<(int Seq, byte Level, ulong Key)> Told(LogChunk chunk) =>
        [.. Enumerable.Range(0, chunk.Count).Select(index => (chunk.Seqs[index], chunk.Levels[index], chunk.Keys[index]))];

    private static bool Passes(LogFilter filter, LogEntry entry) =>
        entry.Level >= filter.Level
        && (!filter.Requests || entry.HttpUrl is not null)
        && (string.IsNullOrWhiteSpace(filter.Text)
            || new[] { entry.Message, entry.Model, entry.HttpUrl }
                .Any(text => text?.Contains(filter.Text.Trim(), StringComparison.OrdinalIgnoreCase) == true));
}
