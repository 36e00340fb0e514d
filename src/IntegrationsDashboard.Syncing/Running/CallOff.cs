using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Syncing.Running;

/// <summary>Notices at once when a running sync is switched off, and cancels it.</summary>
internal sealed class CallOff : IDisposable
{
    private readonly Ledger _ledger;
    private readonly ClaimedSync _sync;
    private readonly CancellationTokenSource _cancel;
    private readonly IDisposable _subscription;

    public CallOff(Ledger ledger, ChangeFeed feed, ClaimedSync sync, CancellationToken stop)
    {
        (_ledger, _sync) = (ledger, sync);
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _subscription = feed.Subscribe(sync.Scope.WorkspaceId, OnChange);
    }

    /// <summary>Cancelled once the sync may not run any more.</summary>
    public CancellationToken Token => _cancel.Token;

    public void Cancel()
    {
        try
        {
            _cancel.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended meanwhile.
        }
    }

    public void Dispose()
    {
        _subscription.Dispose();
        _cancel.Dispose();
    }

    // What the sync itself writes names it, and changes nothing about whether it may run.
    private void OnChange(IntegrationChanged change)
    {
        if (change.IntegrationId == _sync.IntegrationId && change.SyncId != _sync.SyncId)
        {
            _ = LookAsync();
        }
    }

    private async Task LookAsync()
    {
        try
        {
            if (!await _ledger.IsHeldAsync(_sync))
            {
                Cancel();
            }
        }
        catch (Exception)
        {
            // The fence at the next write finds out as well.
        }
    }
}
