using System.Diagnostics;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Benchmarks;

/// <summary>How soon a log can be read, gone through and searched, beside a loop that reads the same rows and forgets them.</summary>
internal static class LogLoad
{
    private const int Few = 10_000;
    private const int Rounds = 5;
    private const int Jumps = 200;

    // What a screen and what is held ready above and below it take.
    private const int Rows = 65;

    private const int Parts = 400;

    public static async Task RunAsync(int entries)
    {
        await using var store = await BenchmarkStore.CreateAsync(20);
        var few = await MeasureAsync(store, await AddAsync(store, "few", Few));
        var many = await MeasureAsync(store, await AddAsync(store, "many", entries));
        Console.WriteLine($"{"",-24} {Few,12:N0} {entries,12:N0}      ratio   to reading {entries:N0} rows and forgetting them");
        foreach (var (name, time) in many)
        {
            Console.WriteLine(
                $"{name,-24} {few[name].TotalMilliseconds,9:N1} ms {time.TotalMilliseconds,9:N1} ms {time / few[name],10:N2} {time / many["only read"],10:N3}");
        }
    }

    private static async Task<Sync> AddAsync(BenchmarkStore store, string id, int entries)
    {
        var integration = (await store.Integrations.ListAsync(store.Production, new(), default)).Items[0].Id;
        var now = DateTimeOffset.UtcNow;
        await store.Ledger.WriteAsync(session => session.RecordSyncAsync(store.Production, new SyncReport
        {
            SyncId = id,
            IntegrationId = integration,
            State = SyncState.Failed,
            StartedAt = now.AddHours(-1),
            EndedAt = now,
        }));
        var syncs = store.Services.GetRequiredService<SyncQueries>();
        var sync = (await syncs.FindAsync(store.Production, id))!;
        using var connection = store.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            BEGIN IMMEDIATE;
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $entries)
            INSERT INTO LogEntries (SyncKey, Seq, At, Level, Message, Model, HttpMethod, HttpUrl, HttpStatus, HttpDurationMs)
            SELECT
                $sync, i, $at + i * 10000, CASE WHEN i % 5003 = 0 THEN 3 WHEN i % 1009 = 0 THEN 2 ELSE 1 END,
                CASE
                    WHEN i % 5003 = 0 THEN 'The tool answered 503 for page ' || i || ' of the employees.'
                    WHEN i % 1009 = 0 THEN 'Left out a person who has no start date.'
                    WHEN i / 10 % 2 = 0 THEN 'Read page ' || i || ' of the employees.'
                    ELSE 'Stored what page ' || i || ' of the employees brought.'
                END,
                'employees', 'GET', 'https://api.example.com/v1/employees?page=' || i, 200, i % 700
            FROM n;
            UPDATE Syncs SET LogCount = $entries WHERE Key = $sync;
            COMMIT;
            """;
        command.Parameters.AddWithValue("$entries", entries);
        command.Parameters.AddWithValue("$sync", sync.Key);
        command.Parameters.AddWithValue("$at", now.AddHours(-1).UtcTicks);
        command.ExecuteNonQuery();
        return (await syncs.FindAsync(store.Production, id))!;
    }

    private static async Task<Dictionary<string, TimeSpan>> MeasureAsync(BenchmarkStore store, Sync sync)
    {
        var logs = store.Services.GetRequiredService<LogQueries>();
        var last = sync.LogCount - 1;
        var random = new Random(1);
        var whole = await IndexAsync(false);
        if (whole.Index.Count != sync.LogCount || whole.Count >= sync.LogCount / 5)
        {
            throw new InvalidOperationException($"The index has {whole.Index.Count} entries in {whole.Count} rows.");
        }

        return new Dictionary<string, TimeSpan>
        {
            ["first rows"] = await TimeAsync(async () => await ShowAsync(await IndexAsync(true), 0)),
            ["all folded and mapped"] = await TimeAsync(async () => (await IndexAsync(false)).Levels(Parts)),
            ["a jump"] = await TimeAsync(async () =>
            {
                for (var jump = 0; jump < Jumps; jump++)
                {
                    await ShowAsync(whole, random.Next(whole.Count - Rows));
                }
            }) / Jumps,
            ["a search"] = await TimeAsync(() => logs.SequenceAsync(sync, new LogFilter(Text: $"page {last} of"))),
            ["a batch at the end"] = await TimeAsync(async () =>
            {
                await logs.CountAsync(sync, last - 100, last);
                await foreach (var chunk in logs.ScanAsync(sync, new LogFilter(), last - 100, last))
                {
                    _ = chunk.Count;
                }
            }),
            ["only read"] = await TimeAsync(() => Task.Run(() => Read(store, sync))),
        };

        async Task<LogRows> IndexAsync(bool onlyBegins)
        {
            var rows = new LogRows(new LogIndex(), folded: true);
            await foreach (var chunk in logs.ScanAsync(sync, new LogFilter(), -1, await logs.LastAsync(sync)))
            {
                rows.Index.Append(chunk);
                if (onlyBegins)
                {
                    break;
                }
            }

            return rows;
        }

        async Task ShowAsync(LogRows rows, int row) => await logs.EntriesAsync(
            sync, [.. Enumerable.Range(row, Math.Min(Rows, rows.Count - row)).Select(at => rows.Index.SeqAt(rows.At(at).Position))]);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> measured)
    {
        var times = new TimeSpan[Rounds];
        await measured();
        for (var round = 0; round < Rounds; round++)
        {
            var clock = Stopwatch.GetTimestamp();
            await measured();
            times[round] = Stopwatch.GetElapsedTime(clock);
        }

        return times.Order().ElementAt(Rounds / 2);
    }

    private static void Read(BenchmarkStore store, Sync sync)
    {
        using var connection = store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Seq, Level, Message, Model, HttpStatus FROM LogEntries WHERE SyncKey = $sync ORDER BY Seq";
        command.Parameters.AddWithValue("$sync", sync.Key);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            _ = reader.GetInt32(0) + reader.GetInt32(1) + reader.GetString(2).Length + reader.GetString(3).Length + reader.GetInt32(4);
        }
    }
}
