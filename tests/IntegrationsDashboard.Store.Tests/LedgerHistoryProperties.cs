using CsCheck;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Tests.Histories;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>In whatever order a history becomes known, the ledger ends with what folding the sorted history gives.</summary>
public sealed class LedgerHistoryProperties : StoreTest
{
    private int _runs;

    [Fact]
    public Task A_history_in_any_order_of_arrival_ends_as_the_fold() => HoldsFor(history => history.Shuffled, 200);

    [Fact]
    public Task A_history_whose_beginning_is_erased_again_and_again_ends_as_the_fold() => HoldsFor(history => history.Shuffled, 120, erasing: true);

    [Fact]
    public Task A_history_in_its_own_order_ends_as_the_fold() => HoldsFor(history => history.Sorted, 80);

    private Task HoldsFor(Func<RandomHistory, Func<string, IEnumerable<Arrival>>> order, int histories, bool erasing = false) => RandomHistory.Any.SampleAsync(
        async history =>
        {
            var prefix = $"run{Interlocked.Increment(ref _runs)}";
            var id = await PlayAsync(history, prefix, [.. order(history)(prefix)], erasing);
            await AssertEndsAsFoldedAsync(history, prefix, id);
        },
        iter: histories,
        threads: erasing ? 1 : 2, // Erasing looks at all integrations.
        print: history => $"{history}\n{string.Join('\n', history.Syncs)}\n{string.Join('\n', history.Others)}");

    private async Task<string> PlayAsync(RandomHistory history, string prefix, IReadOnlyList<Arrival> arrivals, bool erasing)
    {
        var scope = history.Environment == EnvironmentKind.Development ? Store.Development : Store.Production;
        var clock = history.AtOnce ? RandomHistory.End : RandomHistory.Start;
        var created = TestStore.New(prefix) with { Setup = history.Setup, CreatedAt = RandomHistory.Start, WatchedSince = RandomHistory.Start };
        var integration = await Store.Ledger.WriteAsync(session => session.CreateIntegrationAsync(scope, created), now: clock);

        // What arrives together is written together, unless something is erased between.
        foreach (var together in arrivals.Index().GroupBy(arrival => (arrival.Item.Now, erasing ? arrival.Index : 0), arrival => arrival.Item))
        {
            Assert.True(together.Key.Now >= clock);
            clock = together.Key.Now;
            if (erasing)
            {
                await EraseAsync(clock, arrivals.Skip(together.Key.Item2));
            }

            await Store.Ledger.WriteAsync(
                async session =>
                {
                    foreach (var arrival in together)
                    {
                        await arrival.Report(session, scope, integration.Id);
                    }

                    return 0;
                },
                now: clock);
        }

        await Store.Ledger.WriteAsync(session => session.SettleDueAsync(1000), now: RandomHistory.End);
        return integration.Id;
    }

    // All that is certain to be known, in batches too small for most integrations.
    private async Task EraseAsync(DateTimeOffset now, IEnumerable<Arrival> unknown)
    {
        const int batch = 3;
        var until = unknown.Select(arrival => arrival.Position.At).Append(now).Min().AddTicks(-1);
        while (await Store.Ledger.WriteAsync(session => session.EraseSyncsAsync(until, batch), now: now) == batch)
        {
        }
    }

    private async Task AssertEndsAsFoldedAsync(RandomHistory history, string prefix, string id)
    {
        var rules = StatusRules.Default;
        var transitions = new List<StatusTransition> { StatusHistory.Beginning(history.Created, rules) };
        var facts = history.Created;
        foreach (var @event in history.Events(prefix))
        {
            facts = StatusHistory.Step(facts, @event, rules, transitions);
        }

        facts = StatusHistory.Settle(facts, RandomHistory.End, rules, transitions);
        var evaluation = StatusEvaluator.Evaluate(facts, RandomHistory.End, rules);

        await using var db = Store.Data();
        var row = await db.Integrations.AsNoTracking().SingleAsync(i => i.Id == id);
        Assert.Equal(WithoutSequence(facts), WithoutSequence(row.Facts));
        Assert.Equal(evaluation.Status, row.Status);
        Assert.Equal(evaluation.NextChangeAt, row.NextChangeAt);
        Assert.Equal(evaluation.Since.UtcTicks, row.SinceKey);
        Assert.Equal(SortKeys.Attention(evaluation.Status, evaluation.Since), row.AttentionKey);
        Assert.Equal(facts.LastSync?.EndedAt.UtcTicks ?? 0, row.LastSyncKey);

        var changes = await db.StatusChanges.AsNoTracking().Where(c => c.IntegrationId == id).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync();
        Assert.Equal(
            transitions.Select(t => (t.At, t.From, t.To, KindOf(t.Cause), (t.Cause as SyncFinished)?.Sync.SyncId, NoteOf(t.Cause))),
            changes.Select(c => (c.At, c.From, c.To, c.Cause, c.SyncId, c.Note)));

        var counts = await db.StatusCounts.AsNoTracking().Where(c => c.Tool == prefix && c.Count != 0).ToListAsync();
        Assert.Equal([(evaluation.Status, 1)], counts.Select(c => (c.Status, c.Count)));

        // However they arrived, and whatever was erased since.
        var ended = history.Events(prefix).OfType<SyncFinished>().Select(finished => finished.Sync).ToList();
        var expected = ended
            .GroupBy(sync => DateOnly.FromDateTime(sync.EndedAt.UtcDateTime).DayNumber)
            .Select(day => (
                day.Key,
                day.Count(sync => sync.State == SyncState.Succeeded),
                day.Count(sync => sync.State == SyncState.PartiallyFailed),
                day.Count(sync => sync.State is SyncState.Failed or SyncState.TimedOut),
                day.Count(sync => sync.State == SyncState.AuthenticationFailed)))
            .Order();
        var days = await db.SyncDays.AsNoTracking().Where(day => day.IntegrationId == id).ToListAsync();
        var toolDays = await db.ToolDays.AsNoTracking().Where(day => day.Tool == prefix).ToListAsync();
        Assert.Equal(expected, days.Select(Numbers).Order());
        Assert.Equal(expected, toolDays.Select(Numbers).Order());
    }

    private static (int Day, int Succeeded, int Warned, int Failed, int Refused) Numbers(DayTally day) =>
        (day.Day, day.Succeeded, day.Warned, day.Failed, day.Refused);

    // The recorder numbers the events of all integrations.
    private static IntegrationFacts WithoutSequence(IntegrationFacts facts) =>
        facts with { Position = facts.Position with { Sequence = 0 } };

    private static EventKind KindOf(IntegrationEvent? cause) =>
        cause is null ? EventKind.Created : Enum.Parse<EventKind>(cause.GetType().Name);

    private static string? NoteOf(IntegrationEvent? cause) => cause switch
    {
        SyncFinished finished => finished.Sync.Message,
        QaResolved resolved => resolved.Note,
        _ => null,
    };
}
