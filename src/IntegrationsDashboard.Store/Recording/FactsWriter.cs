using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>
/// Takes an event into an integration's facts and writes what follows: status, history, counts and the message to the outside.
/// The only code that sets a status.
/// </summary>
internal sealed class FactsWriter(DashboardContext db, RowWriter rows, StatusRules rules, DateTimeOffset now, bool tellsOutside)
{
    /// <summary>Writes the first facts of an integration that was just added.</summary>
    public async Task BeginAsync(Integration integration, CancellationToken ct)
    {
        db.StatusChanges.Add(Events.ToChange(integration.Id, StatusHistory.Beginning(integration.BaseFacts, rules)));
        var transitions = new List<StatusTransition>();
        var facts = StatusHistory.Settle(integration.BaseFacts, now, rules, transitions);
        db.StatusChanges.AddRange(transitions.Select(transition => Events.ToChange(integration.Id, transition)));
        Materialise(integration, facts);
        await CountAsync(integration, integration.Status, 1, ct);
    }

    /// <summary>Applies an event whose row is written, whether it comes in time or late.</summary>
    public async Task ApplyAsync(Integration integration, IntegrationEvent @event, CancellationToken ct)
    {
        var transitions = new List<StatusTransition>();
        IntegrationFacts facts;
        if (integration.Facts.IsLate(@event))
        {
            await db.SaveChangesAsync(ct);
            facts = await RefoldAsync(integration, transitions, ct);

            // What came before the late event stays as it is; all from its instant on is written anew.
            await db.StatusChanges
                .Where(change => change.IntegrationId == integration.Id && change.At >= @event.At && change.Cause != EventKind.Created)
                .ExecuteDeleteAsync(ct);
            transitions.RemoveAll(transition => transition.At < @event.At);
        }
        else
        {
            facts = StatusHistory.Step(integration.Facts, @event, rules, transitions);
            facts = StatusHistory.Settle(facts, now, rules, transitions);
            if (@event is LogEntriesRecorded { Sync: var known })
            {
                await db.SaveChangesAsync(ct);

                // The line of history that the sync wrote says what the log now says.
                await db.StatusChanges
                    .Where(change => change.IntegrationId == integration.Id && change.SyncId == known.SyncId)
                    .ExecuteUpdateAsync(set => set.SetProperty(change => change.Note, known.Message), ct);
            }
        }

        await WriteAsync(integration, facts, transitions, @event, ct);
    }

    /// <summary>Writes what time alone has changed by now.</summary>
    public async Task SettleAsync(Integration integration, CancellationToken ct)
    {
        var transitions = new List<StatusTransition>();
        var facts = StatusHistory.Settle(integration.Facts, now, rules, transitions);
        await WriteAsync(integration, facts, transitions, null, ct);
    }

    private async Task<IntegrationFacts> RefoldAsync(Integration integration, List<StatusTransition> transitions, CancellationToken ct)
    {
        var syncs = await db.Syncs.AsNoTracking()
            .Where(sync => sync.IntegrationId == integration.Id && sync.State != SyncState.Running && sync.State != SyncState.Cancelled)
            .ToListAsync(ct);
        var others = await db.Events.AsNoTracking().Where(e => e.IntegrationId == integration.Id).ToListAsync(ct);
        var history = syncs.Select(sync => (IntegrationEvent)new SyncFinished(sync.ToReference()))
            .Concat(others.Select(Events.FromRow))
            .OrderBy(e => e.Position);
        var facts = integration.BaseFacts;
        foreach (var @event in history)
        {
            facts = StatusHistory.Step(facts, @event, rules, transitions);
        }

        return StatusHistory.Settle(facts, now, rules, transitions);
    }

    private async Task WriteAsync(
        Integration integration, IntegrationFacts facts, List<StatusTransition> transitions, IntegrationEvent? @event, CancellationToken ct)
    {
        db.StatusChanges.AddRange(transitions.Select(transition => Events.ToChange(integration.Id, transition)));
        var before = integration.Status;
        Materialise(integration, facts);
        if (before != integration.Status)
        {
            await CountAsync(integration, before, -1, ct);
            await CountAsync(integration, integration.Status, 1, ct);
        }

        var sync = (@event as SyncFinished)?.Sync;
        if (sync is not null)
        {
            Tell(integration, "sync-finished", sync.EndedAt, sync.SyncId);
        }

        if (@event is Deleted)
        {
            Tell(integration, "integration-deleted", @event.At);
        }
        else if (before != integration.Status)
        {
            Tell(integration, "integration-state-changed", now, sync?.SyncId, before, integration.Status);
        }
    }

    /// <summary>Adds a message to the outbox.</summary>
    public void Tell(
        Integration integration,
        string type,
        DateTimeOffset occurredAt,
        string? syncId = null,
        IntegrationStatus? from = null,
        IntegrationStatus? to = null)
    {
        if (tellsOutside)
        {
            rows.Insert(new OutboxMessage
            {
                WorkspaceId = integration.WorkspaceId,
                IntegrationId = integration.Id,
                Type = type,
                OccurredAt = occurredAt,
                SyncId = syncId,
                From = from?.Word(),
                To = to?.Word(),
            });
        }
    }

    private void Materialise(Integration integration, IntegrationFacts facts)
    {
        var evaluation = StatusEvaluator.Evaluate(facts, now, rules);
        integration.Facts = facts;
        integration.Status = evaluation.Status;
        integration.NextChangeAt = evaluation.NextChangeAt;
        integration.AttentionKey = SortKeys.Attention(evaluation.Status, evaluation.Since);
        integration.SinceKey = evaluation.Since.UtcTicks;
        integration.LastSyncKey = facts.LastSync?.EndedAt.UtcTicks ?? 0;
    }

    private async Task CountAsync(Integration integration, IntegrationStatus status, int change, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "StatusCounts" ("WorkspaceId", "Environment", "Category", "Tool", "Status", "Count")
            VALUES ({integration.WorkspaceId}, {(int)integration.Environment}, {(int)integration.Category}, {integration.Tool}, {(int)status}, {change})
            ON CONFLICT ("WorkspaceId", "Environment", "Category", "Tool", "Status") DO UPDATE SET "Count" = "StatusCounts"."Count" + excluded."Count"
            """,
            ct);
}
