using System.Diagnostics;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Benchmarks;

/// <summary>How fast finished syncs are recorded, beside the same rows written by hand.</summary>
internal static class RecordingLoad
{
    private const int Integrations = 1_000;
    private const int Callers = 16;
    private const int Batch = 500;
    private const int Rounds = 5;

    // Every tenth sync fails and the next one of its integration does not: a fifth of them change a status.
    private const int FailingEvery = 10;

    public static async Task RunAsync(int syncs)
    {
        await using var ours = await BenchmarkStore.CreateAsync(Integrations);
        await using var plain = await BenchmarkStore.CreateAsync(Integrations);
        var ids = Ids(ours);
        var idsOfPlain = Ids(plain);
        using var recorder = new PlainRecorder(plain);
        var first = 0;
        IEnumerable<RecordedSync> Next(string[] of)
        {
            first += syncs;
            return Syncs(of, first, syncs);
        }

        async Task Settle() => await ours.Ledger.WriteAsync(
            async session =>
            {
                foreach (var sync in Syncs(ids, 0, Integrations))
                {
                    await session.RecordSyncAsync(ours.Production, sync.Report);
                }

                return 0;
            },
            tellsOutside: false);

        // Everything is compiled and every integration has a sync before the clock runs.
        await Settle();
        first = Integrations * FailingEvery;
        (string Name, Func<Task> Work)[] ways =
        [
            ("one each, plain", () => OneEach(plain, recorder, Next(idsOfPlain))),
            ("one each, ledger", () => OneEach(ours, Next(ids))),
            ("16 callers, ledger", () => Concurrently(ours, Next(ids))),
            ("500 each, plain", () => Batches(plain, recorder, Next(idsOfPlain))),
            ("500 each, ledger", () => Batches(ours, Next(ids))),
        ];
        var rates = new double[ways.Length][];
        for (var way = 0; way < ways.Length; way++)
        {
            rates[way] = new double[Rounds];
        }

        for (var round = -1; round < Rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                var clock = Stopwatch.GetTimestamp();
                await ways[way].Work();
                if (round >= 0)
                {
                    rates[way][round] = syncs / Stopwatch.GetElapsedTime(clock).TotalSeconds;
                }
            }
        }

        Console.WriteLine($"{syncs:N0} finished syncs, {Integrations:N0} integrations, median of {Rounds} rounds");
        foreach (var (way, (name, _)) in ways.Index())
        {
            var beside = way < 3 ? 0 : 3;
            var ratio = Median([.. rates[beside].Zip(rates[way], (plainRate, rate) => plainRate / rate)]);
            Console.WriteLine($"{name,-20} {Median(rates[way]),10:N0} syncs/s   {ratio,6:N2} times the plain time");
        }
    }

    private static Task OneEach(BenchmarkStore store, PlainRecorder recorder, IEnumerable<RecordedSync> syncs)
    {
        foreach (var sync in syncs)
        {
            recorder.Write(store, [sync]);
        }

        return Task.CompletedTask;
    }

    private static async Task OneEach(BenchmarkStore store, IEnumerable<RecordedSync> syncs)
    {
        foreach (var sync in syncs)
        {
            await store.Ledger.RecordSyncAsync(store.Production, sync.Report);
        }
    }

    private static Task Concurrently(BenchmarkStore store, IEnumerable<RecordedSync> syncs) => Parallel.ForEachAsync(
        syncs,
        new ParallelOptions { MaxDegreeOfParallelism = Callers },
        async (sync, ct) => await store.Ledger.RecordSyncAsync(store.Production, sync.Report, ct));

    private static Task Batches(BenchmarkStore store, PlainRecorder recorder, IEnumerable<RecordedSync> syncs)
    {
        foreach (var batch in syncs.Chunk(Batch))
        {
            recorder.Write(store, batch);
        }

        return Task.CompletedTask;
    }

    private static async Task Batches(BenchmarkStore store, IEnumerable<RecordedSync> syncs)
    {
        foreach (var batch in syncs.Chunk(Batch))
        {
            await store.Ledger.WriteAsync(async session =>
            {
                foreach (var sync in batch)
                {
                    await session.RecordSyncAsync(store.Production, sync.Report);
                }

                return 0;
            });
        }
    }

    private static IEnumerable<RecordedSync> Syncs(string[] ids, int first, int count)
    {
        var start = DateTimeOffset.UtcNow.Date.AddDays(-1);
        for (var number = first; number < first + count; number++)
        {
            var turn = number / ids.Length;
            var place = (number + turn) % FailingEvery;
            var endedAt = new DateTimeOffset(start, TimeSpan.Zero).AddSeconds(number);
            yield return new RecordedSync(
                new SyncReport
                {
                    SyncId = $"load-{number}",
                    IntegrationId = ids[number % ids.Length],
                    State = place == 0 && turn > 0 ? SyncState.Failed : SyncState.Succeeded,
                    StartedAt = endedAt.AddMinutes(-5),
                    EndedAt = endedAt,
                },
                place is 0 or 1);
        }
    }

    private static string[] Ids(BenchmarkStore store)
    {
        using var connection = store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Integrations";
        using var reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        return [.. ids];
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
