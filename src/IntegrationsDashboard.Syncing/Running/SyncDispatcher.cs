using System.Collections.Concurrent;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Recording;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Syncing.Running;

/// <summary>Starts the syncs that are due, as many at a time as the settings allow, and knows those that run in this process.</summary>
public sealed class SyncDispatcher(Ledger ledger, SyncRunner runner, SyncingOptions options, ILogger<SyncDispatcher> logger) : IDisposable
{
    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Secrets.NewSyncId()}";
    private readonly ConcurrentDictionary<string, Run> _runs = new();
    private readonly SemaphoreSlim _claiming = new(1, 1);
    private bool _stopped;

    /// <summary>How many syncs run in this process.</summary>
    public int Running => _runs.Count;

    /// <summary>Starts syncs that are due where there is room; returns how many.</summary>
    public async Task<int> DispatchAsync(CancellationToken ct = default)
    {
        await _claiming.WaitAsync(ct);
        try
        {
            var room = options.Parallelism - _runs.Count;
            if (_stopped || room <= 0)
            {
                return 0;
            }

            // Once claimed they have to run, whoever asked.
            var claimed = await ledger.ClaimDueAsync(_owner, room, options.Lease, CancellationToken.None);
            foreach (var sync in claimed)
            {
                var run = new Run(new CancellationTokenSource());
                _runs[sync.SyncId] = run;
                run.Task = Task.Run(() => RunAsync(sync, run), CancellationToken.None);
            }

            return claimed.Count;
        }
        finally
        {
            _claiming.Release();
        }
    }

    /// <summary>Tells the store that the syncs of this process still run, and calls off those that are not its any more.</summary>
    public async Task RenewLeasesAsync(CancellationToken ct = default)
    {
        string[] running = [.. _runs.Keys];
        if (running.Length == 0)
        {
            return;
        }

        var held = await ledger.RenewLeasesAsync(_owner, running, options.Lease, ct);
        foreach (var lost in running.Except(held))
        {
            if (_runs.TryGetValue(lost, out var run))
            {
                run.Cancel();
            }
        }
    }

    /// <summary>Waits until no sync runs in this process and none is due.</summary>
    public async Task WhenIdleAsync()
    {
        do
        {
            await Task.WhenAll(_runs.Values.Select(run => run.Task));
        }
        while (!_runs.IsEmpty || await DispatchAsync() > 0);
    }

    /// <summary>
    /// Starts no more syncs and breaks off those that run; their integrations are synced anew by the next process.
    /// </summary>
    public async Task StopAsync()
    {
        await _claiming.WaitAsync();
        _stopped = true;
        _claiming.Release();
        foreach (var run in _runs.Values)
        {
            run.Cancel();
        }

        await Task.WhenAll(_runs.Values.Select(run => run.Task));
        await ledger.ReleaseAsync(_owner);
    }

    /// <inheritdoc/>
    public void Dispose() => _claiming.Dispose();

    private async Task RunAsync(ClaimedSync sync, Run run)
    {
        try
        {
            await runner.RunAsync(sync, run.Token);
        }
        catch (Exception exception)
        {
            // Its lease is renewed no more: once it is over, the sync ends as timed out.
            logger.LogError(exception, "How the sync {Sync} of {Integration} ended could not be recorded.", sync.SyncId, sync.IntegrationId);
        }

        _runs.TryRemove(sync.SyncId, out _);
        run.Dispose();
        try
        {
            // Where many are due, there is no need to wait for the next second.
            await DispatchAsync();
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The syncs that are due could not be claimed; the next second tries again.");
        }
    }

    private sealed class Run(CancellationTokenSource cancel) : IDisposable
    {
        public Task Task { get; set; } = Task.CompletedTask;

        public CancellationToken Token { get; } = cancel.Token;

        public void Cancel()
        {
            try
            {
                cancel.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It has ended meanwhile.
            }
        }

        public void Dispose() => cancel.Dispose();
    }
}
