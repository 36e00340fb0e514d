using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Web.Components.Bulk;

/// <summary>Does to one of many what its own page would do, and says what became of it. What cannot be done is no error.</summary>
/// <param name="ledger">Does it.</param>
/// <param name="integrations">Finds it.</param>
/// <param name="connections">Knows how it is reached.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Hears of what failed.</param>
public sealed class BulkRunner(Ledger ledger, IntegrationQueries integrations, ConnectionQueries connections, TimeProvider time, ILogger<BulkRunner> log)
{
    /// <summary>Does it to one.</summary>
    /// <param name="scope">What the viewer may change.</param>
    /// <param name="id">The integration.</param>
    /// <param name="action">What is done.</param>
    public async Task<BulkOutcome> DoAsync(WorkspaceScope scope, string id, BulkAction action)
    {
        IntegrationView? item = null;
        try
        {
            item = await integrations.FindAsync(scope, id);
            return item is null || item.Evaluation.Status == IntegrationStatus.Deleted
                ? new BulkOutcome(id, item, BulkEnd.Gone)
                : await DoAsync(scope, item, action);
        }
        catch (NotAllowedException)
        {
            return new BulkOutcome(id, item, BulkEnd.NotAllowed);
        }
        catch (UnknownIdException)
        {
            return new BulkOutcome(id, item, BulkEnd.Gone);
        }
        catch (RefusedReportException refusal)
        {
            return new BulkOutcome(id, item, BulkEnd.Refused, refusal.Problem);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(exception, "{Action} of {Integration} failed.", action, id);
            return new BulkOutcome(id, item, BulkEnd.Failed);
        }
    }

    private Task<BulkOutcome> DoAsync(WorkspaceScope scope, IntegrationView item, BulkAction action) => action switch
    {
        BulkAction.Activate => SwitchAsync(scope, item, on: true),
        BulkAction.Deactivate => SwitchAsync(scope, item, on: false),
        BulkAction.Sync => SyncAsync(scope, item),
        _ => LinkAsync(scope, item),
    };

    private async Task<BulkOutcome> SwitchAsync(WorkspaceScope scope, IntegrationView item, bool on)
    {
        if (on == (item.Evaluation.Status != IntegrationStatus.Inactive))
        {
            return new BulkOutcome(item.Id, item, BulkEnd.AlreadySo);
        }

        var now = time.GetUtcNow();
        await ledger.RecordAsync(scope, item.Id, on ? new Activated(now) : new Deactivated(now));
        return new BulkOutcome(item.Id, item, BulkEnd.Done);
    }

    private async Task<BulkOutcome> SyncAsync(WorkspaceScope scope, IntegrationView item)
    {
        if (await connections.FindAsync(scope, item.Id) is null)
        {
            return new BulkOutcome(item.Id, item, BulkEnd.NotConnected);
        }

        if (!item.Evaluation.Status.SyncsAutomatically())
        {
            return new BulkOutcome(item.Id, item, BulkEnd.Paused);
        }

        var requested = await ledger.WriteAsync(session => session.RequestSyncAsync(scope, item.Id));
        return new BulkOutcome(item.Id, item, requested.AlreadyQueued ? BulkEnd.AlreadySo : BulkEnd.Done);
    }

    private async Task<BulkOutcome> LinkAsync(WorkspaceScope scope, IntegrationView item)
    {
        if (await connections.FindAsync(scope, item.Id) is null)
        {
            return new BulkOutcome(item.Id, item, BulkEnd.NotConnected);
        }

        var link = await ledger.WriteAsync(session =>
            session.CreateLinkAsync(scope, new NewLink(LinkKind.Reconnect, NewLink.MailedLife) { IntegrationId = item.Id }));
        return new BulkOutcome(item.Id, item, BulkEnd.Done, Link: link);
    }
}
