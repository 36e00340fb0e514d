using System.Diagnostics;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Benchmarks;

/// <summary>The same pages of a small and a large store by turns, so that a busy machine slows down both alike.</summary>
internal static class PageLoad
{
    private const int Rounds = 2_000;

    public static async Task RunAsync()
    {
        await using var small = await BenchmarkStore.CreateAsync(1_000);
        await using var large = await BenchmarkStore.CreateAsync(100_000);
        (string Name, Func<BenchmarkStore, Task> Ask)[] questions =
        [
            ("first page", store => store.Integrations.ListAsync(store.Workspace, new(), default)),
            ("first page by name", store => store.Integrations.ListAsync(store.Workspace, new(), IntegrationSort.Name)),
            ("page of one status", store =>
                store.Integrations.ListAsync(store.Workspace, new() { Statuses = [IntegrationStatus.SyncFailing] }, default)),
            ("counts", store => store.Integrations.CountsAsync(store.Workspace, new())),
        ];

        // Everything is compiled, and compiled well, before the clock runs.
        for (var round = 0; round < Rounds; round++)
        {
            await questions[round % questions.Length].Ask(small);
        }

        foreach (var (name, ask) in questions)
        {
            var times = new[] { new double[Rounds], new double[Rounds] };
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var (index, store) in new[] { small, large }.Index())
                {
                    var clock = Stopwatch.GetTimestamp();
                    await ask(store);
                    times[index][round] = Stopwatch.GetElapsedTime(clock).TotalMicroseconds;
                }
            }

            var (of1000, of100000) = (Median(times[0]), Median(times[1]));
            Console.WriteLine($"{name,-20} {of1000,8:N0} µs of 1,000   {of100000,8:N0} µs of 100,000   {of100000 / of1000,5:N2} times");
        }
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
