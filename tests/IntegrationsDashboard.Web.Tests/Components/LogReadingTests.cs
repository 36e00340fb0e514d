using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Components.Syncs;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Web.Tests.Components;

/// <summary>What a viewer knows of a log that grows is what reading all of it anew would tell.</summary>
public sealed class LogReadingTests : ConnectedComponentTest
{
    private static readonly LogState[] States =
    [
        new(),
        new() { Level = LogEntryLevel.Warning },
        new() { Text = "teams" },
        new() { Text = "TEAMS", Highlights = true },
        new() { Text = "7", Highlights = true, Level = LogEntryLevel.Error },
        new() { ShowsRequests = true },
    ];

    private LogQueries Logs => Services.GetRequiredService<LogQueries>();

    [Fact]
    public async Task What_came_at_the_end_is_added()
    {
        var random = new Random(3);
        var sync = await BeginAsync();
        await AppendAsync(random, 0, 40);
        sync = await FindAsync();
        var readings = States.Select(state => new LogReading(Logs, state)).ToList();
        foreach (var reading in readings)
        {
            await reading.ReadAsync(sync, onlyBegins: false, () => Task.CompletedTask);
        }

        for (var from = 40; from < 200; from += 40)
        {
            await AppendAsync(random, from, 40);
            sync = await FindAsync();
            foreach (var (reading, state) in readings.Zip(States))
            {
                // With a filter, what came while the log was first read may be taken for more than it is; never for less.
                Assert.True(await reading.FollowAsync(sync));

                using var anew = new LogReading(Logs, state);
                await anew.ReadAsync(sync, onlyBegins: false, () => Task.CompletedTask);
                Assert.Equal(Told(anew), Told(reading));
            }
        }

        readings.ForEach(reading => reading.Dispose());
    }

    [Fact]
    public async Task What_came_before_the_end_is_noticed()
    {
        var sync = await BeginAsync();
        await AppendAsync(new Random(3), 100, 20);
        sync = await FindAsync();
        var readings = States.Select(state => new LogReading(Logs, state)).ToList();
        foreach (var reading in readings)
        {
            await reading.ReadAsync(sync, onlyBegins: false, () => Task.CompletedTask);
        }

        await AppendAsync(new Random(3), 120, 20);
        await AppendAsync(new Random(3), 50, 1);
        sync = await FindAsync();
        foreach (var reading in readings)
        {
            Assert.False(await reading.FollowAsync(sync));
            reading.Dispose();
        }
    }

    [Fact]
    public async Task The_beginning_is_there_before_all_of_it_is()
    {
        await BeginAsync();
        await AppendAsync(new Random(3), 0, 3_000);
        var sync = await FindAsync();

        using var begun = new LogReading(Logs, new LogState());
        await begun.ReadAsync(sync, onlyBegins: true, () => Task.CompletedTask);
        Assert.True(begun.Begun.IsCompleted);
        Assert.InRange(begun.Index.Count, 1, 2_999);
        Assert.False(begun.IsComplete);

        var seen = new List<int>();
        using var whole = new LogReading(Logs, new LogState());
        await whole.ReadAsync(sync, onlyBegins: false, () =>
        {
            seen.Add(whole.Index.Count);
            return Task.CompletedTask;
        });
        Assert.Equal([begun.Index.Count, 3_000], seen);
        Assert.True(whole.IsComplete);
    }

    [Fact]
    public async Task Reading_that_is_over_goes_no_further()
    {
        await BeginAsync();
        await AppendAsync(new Random(3), 0, 10);
        var reading = new LogReading(Logs, new LogState());
        reading.Dispose();
        reading.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await reading.ReadAsync(await FindAsync(), onlyBegins: false, () => Task.CompletedTask));
        Assert.True(reading.Begun.IsCompleted);
        Assert.False(reading.HasFailed);
    }

    private static object Told(LogReading reading) => new
    {
        Seqs = string.Join(',', Enumerable.Range(0, reading.Index.Count).Select(reading.Index.SeqAt)),
        Runs = string.Join(',', Enumerable.Range(0, reading.Index.RunCount).Select(reading.Index.RunStart)),
        Hits = string.Join(',', reading.Hits),
        Levels = reading.Rows.Levels(50),
    };

    private async Task<Sync> BeginAsync()
    {
        await Ledger.WriteAsync(session => session.RecordSyncAsync(Scope, new SyncReport
        {
            SyncId = "s1",
            IntegrationId = Id,
            State = SyncState.Running,
            StartedAt = Now,
        }));
        return await FindAsync();
    }

    private async Task<Sync> FindAsync() => (await Services.GetRequiredService<SyncQueries>().FindAsync(Scope, Id, "s1"))!;

    private Task<LogAppended> AppendAsync(Random random, int from, int count) => Ledger.WriteAsync(session => session.AppendLogAsync(
        Scope,
        "s1",
        [
            .. Enumerable.Range(from, count).Select(seq => new LogReport(new LogEntry
            {
                Seq = seq,
                At = Now.AddSeconds(seq),
                Level = (LogEntryLevel)random.Next(4),
                Message = $"Read page {seq} of the {(random.Next(2) == 0 ? "teams" : "people")}",
                HttpUrl = random.Next(2) == 0 ? "https://example.com/" : null,
                HttpMethod = "GET",
            })),
        ]));
}
