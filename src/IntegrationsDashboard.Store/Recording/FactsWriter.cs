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
    /// <summary>Adds an integration with its first facts.</summary>
    public async Task BeginAsync(Integration integration, CancellationToken ct)
    {
        var transitions = new List<StatusTransition> { StatusHistory.Beginning(integration.BaseFacts, rules) };
        Materialise(integration, StatusHistory.Settle(integration.BaseFacts, now, rules, transitions));
        db.Integrations.Add(integration);
        await db.SaveChangesAsync(ct);
        db.Entry(integration).State = EntityState.Detached;
        rows.Insert(transitions.Select(transition => Events.ToChange(integration.Id, transition)));
        rows.Count(integration, integration.Status, 1);
        Tell(integration, "integration-created", integration.CreatedAt);
    }

    /// <summary>Applies an event whose row is written, whether it comes in time or late.</summary>
    /// <returns>The status before, where it has changed and somebody is to hear of it.</returns>
    public async Task<IntegrationStatus?> ApplyAsync(Integration integration, IntegrationEvent @event, CancellationToken ct)
    {
        var transitions = new List<StatusTransition>();
        IntegrationFacts facts;
        if (integration.Facts.IsLate(@event))
        {
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
                // The line of history that the sync wrote says what the log now says.
                await db.StatusChanges
                    .Where(change => change.IntegrationId == integration.Id && change.SyncId == known.SyncId)
                    .ExecuteUpdateAsync(set => set.SetProperty(change => change.Note, known.Message), ct);
            }
        }

        return Write(integration, facts, transitions, @event);
    }

    /// <summary>Writes what time alone has changed by now.</summary>
    /// <returns>The status before, where it has changed and somebody is to hear of it.</returns>
    public IntegrationStatus? Settle(Integration integration)
    {
        var transitions = new List<StatusTransition>();
        var facts = StatusHistory.Settle(integration.Facts, now, rules, transitions);
        return Write(integration, facts, transitions, null);
    }

    private async Task<IntegrationFacts> RefoldAsync(Integration integration, List<StatusTransition> transitions, CancellationToken ct)
    {
        var syncs = await db.Syncs.AsNoTracking()
            .Where(sync => sync.IntegrationId == integration.Id && sync.State != SyncState.Running && sync.State != SyncState.Cancelled)
            .ToListAsync(ct);
        var others = await db.Events.AsNoTracking().Where(e => e.IntegrationId == integration.Id).ToListAsync(ct);
        var history = syncs.Select(sync => (IntegrationEvent)new SyncFinished(sync.ToReference()))
            .Concat(others.Select(Events.FromRow))
            .Where(e => e.Position > integration.BaseFacts.Position)
            .OrderBy(e => e.Position);
        var facts = integration.BaseFacts;
        foreach (var @event in history)
        {
            facts = StatusHistory.Step(facts, @event, rules, transitions);
        }

        return StatusHistory.Settle(facts, now, rules, transitions);
    }

    private IntegrationStatus? Write(Integration integration, IntegrationFacts facts, List<StatusTransition> transitions, IntegrationEvent? @event)
    {
        rows.Insert(transitions.Select(transition => Events.ToChange(integration.Id, transition)));
        var before = integration.Status;
        Materialise(integration, facts);
        if (before != integration.Status)
        {
            rows.Count(integration, before, -1);
            rows.Count(integration, integration.Status, 1);
            if (before.SyncsAutomatically() != integration.Status.SyncsAutomatically())
            {
                rows.Schedule(integration.Id, integration.Status.SyncsAutomatically() ? now : null);
            }

            if (integration.Status == IntegrationStatus.Setup)
            {
                rows.ScheduleSetUp(integration.Id, now);
            }
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
            Tell(integration, OutboxMessage.StateChanged, now, sync?.SyncId, before, integration.Status);
        }

        return tellsOutside && before != integration.Status ? before : null;
    }

    private void Tell(
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
        integration.IsErasureDue = facts.DeletedAt + rules.DeletionGrace <= now;
    }
}
