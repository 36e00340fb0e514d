using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>
    /// Erases the data of integrations that were deleted long enough ago, until only id, tool, workspace and dates remain.
    /// What is left to do follows from the rows that are left, so that it can stop after any batch.
    /// </summary>
    /// <param name="most">How many rows to write at the most.</param>
    /// <param name="ct">Calls it off.</param>
    /// <returns>How many rows were written; fewer than <paramref name="most"/> where nothing is left to erase.</returns>
    public async Task<int> EraseDeletedAsync(int most, CancellationToken ct = default)
    {
        // In the order of the index that holds those that are due and no others.
        var due = _db.Integrations.AsNoTracking().Where(i => i.IsErasureDue).OrderBy(i => i.IsErasureDue);
        var left = most;
        while (left > 0 && await due.FirstOrDefaultAsync(ct) is { } integration)
        {
            left -= await EraseAsync(integration, left, ct);
        }

        return most - left;
    }

    private async Task<int> EraseAsync(Integration integration, int most, CancellationToken ct)
    {
        var id = integration.Id;
        var links = _db.ConnectionLinks.Where(link => link.IntegrationId == id);
        var flows = _db.ConnectionFlows
            .Where(flow => flow.WorkspaceId == integration.WorkspaceId)
            .Where(flow => flow.IntegrationId == id || links.Any(link => link.Id == flow.LinkId));

        // Each writes as many rows as it is told at the most, and fewer only where none is left. Rows go before those they refer to.
        Func<int, Task<int>>[] steps =
        [
            count => EraseSyncsOfAsync(id, count, ct),
            count => _db.Database.ExecuteSqlAsync(
                $"""
                DELETE FROM "Records" WHERE ("IntegrationId", "Model", "RemoteId") IN
                    (SELECT "IntegrationId", "Model", "RemoteId" FROM "Records" WHERE "IntegrationId" = {id} LIMIT {count})
                """,
                ct),
            count => _db.Database.ExecuteSqlAsync(
                $"""
                DELETE FROM "SyncJobs" WHERE ("IntegrationId", "Type") IN
                    (SELECT "IntegrationId", "Type" FROM "SyncJobs" WHERE "IntegrationId" = {id} LIMIT {count})
                """,
                ct),
            _ => _db.Connections.Where(connection => connection.IntegrationId == id).ExecuteDeleteAsync(ct),
            count => flows.OrderBy(flow => flow.Id).Take(count).ExecuteDeleteAsync(ct),
            count => links.OrderBy(link => link.Id).Take(count).ExecuteDeleteAsync(ct),
            count => _db.Events.Where(e => e.IntegrationId == id).OrderBy(e => e.Sequence).Take(count).ExecuteDeleteAsync(ct),
            count => _db.Outbox.Where(m => m.IntegrationId == id).OrderBy(m => m.Id).Take(count).ExecuteDeleteAsync(ct),
            count => _db.Notices.Where(n => n.IntegrationId == id).OrderBy(n => n.Id).Take(count).ExecuteDeleteAsync(ct),
            count => _db.Incidents.Where(i => i.IntegrationId == id).OrderBy(i => i.Id).Take(count).ExecuteDeleteAsync(ct),
            count => _db.Embeds.Where(e => e.IntegrationId == id).OrderBy(e => e.CreatedAt).Take(count).ExecuteDeleteAsync(ct),
            count => _db.Database.ExecuteSqlAsync(
                $"""
                DELETE FROM "SyncDays" WHERE ("IntegrationId", "Day") IN
                    (SELECT "IntegrationId", "Day" FROM "SyncDays" WHERE "IntegrationId" = {id} LIMIT {count})
                """,
                ct),
            count => StripHistoryAsync(id, count, ct),
            _ => StripAsync(integration, ct),
        ];
        var erased = 0;
        foreach (var step in steps)
        {
            if (erased == most)
            {
                break;
            }

            erased += await step(most - erased);
        }

        return erased;
    }

    private async Task<int> EraseSyncsOfAsync(string integrationId, int most, CancellationToken ct)
    {
        var keys = _db.Syncs.Where(sync => sync.IntegrationId == integrationId).OrderBy(sync => sync.StartedAt).Select(sync => (long?)sync.Key);
        var left = most;
        while (left > 0 && await keys.FirstOrDefaultAsync(ct) is { } key)
        {
            left -= await EraseSyncAsync(key, left, ct);
        }

        return most - left;
    }

    private Task<int> StripHistoryAsync(string integrationId, int most, CancellationToken ct) => _db.StatusChanges
        .Where(change => change.IntegrationId == integrationId)
        .Where(change => change.ActorName != null || change.SyncId != null || change.Note != null)
        .OrderBy(change => change.Id)
        .Take(most)
        .ExecuteUpdateAsync(
            set => set
                .SetProperty(change => change.ActorName, (string?)null)
                .SetProperty(change => change.SyncId, (string?)null)
                .SetProperty(change => change.Note, (string?)null),
            ct);

    // The last step: from here on nothing is left to erase.
    private async Task<int> StripAsync(Integration integration, CancellationToken ct)
    {
        var known = integration.Facts;
        var deletedAt = known.DeletedAt!.Value;
        var facts = IntegrationFacts.Created(known.Environment, known.CreatedAt, known.IdleSince, known.Setup) with
        {
            DeletedAt = deletedAt,
            Position = EventPosition.Of(deletedAt, 0),
        };
        await _db.Integrations
            .Where(i => i.Id == integration.Id)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(i => i.EndUser.OrganizationName, "")
                    .SetProperty(i => i.EndUser.CreatorEmail, (string?)null)
                    .SetProperty(i => i.EndUser.OriginId, (string?)null)
                    .SetProperty(i => i.NameKey, SortKeys.Name("", integration.Tool, integration.Id))
                    .SetProperty(i => i.SearchText, SortKeys.Search("", integration.Tool, integration.Id))
                    .SetProperty(i => i.BaseFacts, facts)
                    .SetProperty(i => i.Facts, facts)
                    .SetProperty(i => i.LastSyncKey, 0)
                    .SetProperty(i => i.IsErasureDue, false),
                ct);
        _known.Remove(integration.Id);
        Note(integration, null);
        return 1;
    }
}
