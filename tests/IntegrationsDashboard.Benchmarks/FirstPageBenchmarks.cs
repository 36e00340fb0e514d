using BenchmarkDotNet.Attributes;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Benchmarks;

/// <summary>What the page of all integrations asks for; it must not matter how many there are.</summary>
[MemoryDiagnoser]
public class FirstPageBenchmarks
{
    private static readonly IntegrationFilter Everything = new();

    private static readonly IntegrationFilter Failing = new() { Statuses = [IntegrationStatus.SyncFailing], Category = Category.Lms };

    private BenchmarkStore _store = null!;
    private Cursor _deep;

    [Params(1_000, 100_000)]
    public int Integrations { get; set; }

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _store = await BenchmarkStore.CreateAsync(Integrations);
        Cursor? cursor = null;
        for (var seen = 0; seen < Integrations / 2; seen += 500)
        {
            cursor = (await _store.Integrations.ListAsync(_store.Workspace, Everything, default, from: cursor, size: 500)).Next;
        }

        _deep = cursor!.Value;
    }

    [GlobalCleanup]
    public async Task CleanUpAsync() => await _store.DisposeAsync();

    [Benchmark(Baseline = true)]
    public Task<Page<IntegrationView>> FirstPage() => _store.Integrations.ListAsync(_store.Workspace, Everything, default);

    [Benchmark]
    public Task<Page<IntegrationView>> FilteredPage() => _store.Integrations.ListAsync(_store.Workspace, Failing, default);

    [Benchmark]
    public Task<Page<IntegrationView>> DeepPage() => _store.Integrations.ListAsync(_store.Workspace, Everything, default, from: _deep);

    [Benchmark]
    public Task<IReadOnlyDictionary<IntegrationStatus, int>> Counts() => _store.Integrations.CountsAsync(_store.Workspace, Everything);
}
