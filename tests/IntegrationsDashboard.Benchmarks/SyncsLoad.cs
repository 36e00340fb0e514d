using System.Diagnostics;
using System.Runtime;

namespace IntegrationsDashboard.Benchmarks;

/// <summary>How fast syncs run that are all due at once, beside a loop that reads the same pages and forgets them.</summary>
internal static class SyncsLoad
{
    private const int Records = 100;
    private const int ManyRecords = 100_000;
    private const int Rounds = 9;
    private const double Megabyte = 1024 * 1024;

    public static async Task RunAsync(int integrations)
    {
        await using var tool = await LocalTool.StartAsync();

        // Everything is compiled before the clock runs.
        await MeasureAsync(tool, Math.Min(integrations, 100), Records);
        var collector = GCSettings.IsServerGC ? "server" : "workstation";
        Console.WriteLine($"{SyncsStore.Options.Parallelism} syncs at a time, {Environment.ProcessorCount} cores, {collector} collector; the tool is in the same process");
        foreach (var (count, records) in new[] { (integrations, Records), (1, ManyRecords) })
        {
            Print(count, records, await MeasureAsync(tool, count, records));
        }
    }

    private static async Task<Figures> MeasureAsync(LocalTool tool, int integrations, int records)
    {
        await using var store = await SyncsStore.CreateAsync(tool, integrations, records);
        using var memory = new MemoryWatch();
        var clock = Stopwatch.GetTimestamp();
        await store.RunAsync();
        var ours = Stopwatch.GetElapsedTime(clock);
        var peak = new Memory(memory.ManagedBefore, memory.Managed, memory.WorkingSetBefore, memory.WorkingSet);
        await store.VerifyAsync(integrations, records);

        // So short that one round would say more about the machine than about the reading.
        var plain = new TimeSpan[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            clock = Stopwatch.GetTimestamp();
            var read = await ReadAsync(tool, integrations, records);
            plain[round] = Stopwatch.GetElapsedTime(clock);
            if (read != (long)integrations * records)
            {
                throw new InvalidOperationException($"The plain loop read {read} records of {(long)integrations * records}.");
            }
        }

        return new Figures(ours, plain.Order().ElementAt(Rounds / 2), peak);
    }

    private static async Task<long> ReadAsync(LocalTool tool, int integrations, int records)
    {
        var read = 0L;
        using var client = new HttpClient();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, integrations),
            new ParallelOptions { MaxDegreeOfParallelism = SyncsStore.Options.Parallelism },
            async (_, ct) => Interlocked.Add(ref read, await tool.ReadAsync(client, records, ct)));
        return read;
    }

    private static void Print(int integrations, int records, Figures figures)
    {
        Console.WriteLine($"{integrations:N0} due at once, {records:N0} records each");
        Row("synced", figures.Ours);
        Row("only read", figures.Plain);
        var memory = figures.Memory;
        Console.WriteLine($"  {"managed memory",-16} {memory.Managed / Megabyte,8:N0} MB at the most, {memory.ManagedBefore / Megabyte:N0} MB before");
        Console.WriteLine($"  {"working set",-16} {memory.WorkingSet / Megabyte,8:N0} MB at the most, {memory.WorkingSetBefore / Megabyte:N0} MB before");

        void Row(string name, TimeSpan time) => Console.WriteLine(
            $"  {name,-16} {time.TotalSeconds,8:N2} s {integrations / time.TotalMinutes,10:N0} syncs/min"
            + $" {(double)integrations * records / time.TotalSeconds,10:N0} records/s {time / figures.Plain,8:N2} times the plain time");
    }

    private sealed record Memory(long ManagedBefore, long Managed, long WorkingSetBefore, long WorkingSet);

    private sealed record Figures(TimeSpan Ours, TimeSpan Plain, Memory Memory);
}
