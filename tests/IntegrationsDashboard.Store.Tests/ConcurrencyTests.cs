using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>Many callers at once, in one program or two, lose nothing.</summary>
public sealed class ConcurrencyTests : StoreTest
{
    private const int Reports = 64;

    [Fact]
    public async Task Concurrent_reports_to_one_integration_are_all_there()
    {
        var integration = await Store.AddAsync();
        await Parallel.ForAsync(0, Reports, (number, _) => ReportAsync(Store, integration, number));
        await AssertAllThereAsync(integration);
    }

    [Fact]
    public async Task Two_programs_on_the_same_file_lose_nothing()
    {
        var integration = await Store.AddAsync();
        await using var other = await Store.OpenAgainAsync();
        await Parallel.ForAsync(0, Reports, (number, _) => ReportAsync(number % 2 == 0 ? Store : other, integration, number));
        await AssertAllThereAsync(integration);
    }

    [Fact]
    public async Task The_same_report_many_times_at_once_is_one_sync()
    {
        var integration = await Store.AddAsync();
        await using var other = await Store.OpenAgainAsync();
        await Parallel.ForAsync(0, 16, (number, _) => ReportAsync(number % 2 == 0 ? Store : other, integration, 0));

        Assert.Equal(["1"], Store.Rows("SELECT COUNT(*) FROM Syncs"));
        Assert.Equal(["1"], Store.Rows("SELECT COUNT(*) FROM Outbox WHERE Type = 'sync-finished'"));
    }

    [Fact]
    public async Task Reading_goes_on_while_somebody_writes()
    {
        var integration = await Store.AddAsync();
        await Store.Ledger.WriteAsync(async session =>
        {
            await session.RecordAsync(Store.Production, integration.Id, new Deactivated(Store.Now));

            // Within the open transaction: the reader neither waits nor sees what is not committed.
            var seen = await Store.Integrations.FindAsync(Store.Production, integration.Id);
            Assert.Equal(IntegrationStatus.Active, seen!.Evaluation.Status);
            return 0;
        });
    }

    private static async ValueTask ReportAsync(TestStore store, Integration integration, int number) =>
        await store.FinishAsync(integration, $"s{number:D2}", (SyncState)(1 + (number % 5)), TestStore.Start.AddHours(number));

    private async Task AssertAllThereAsync(Integration integration)
    {
        var transitions = new List<StatusTransition>();
        var facts = integration.BaseFacts;
        for (var number = 0; number < Reports; number++)
        {
            var sync = new SyncReference($"s{number:D2}", (SyncState)(1 + (number % 5)), TestStore.Start.AddHours(number));
            facts = StatusHistory.Step(facts, new SyncFinished(sync), StatusRules.Default, transitions);
        }

        Assert.Equal(facts, (await Store.ReadAsync(integration)).Facts);
        Assert.Equal(transitions.Select(t => (t.At, t.To)), (await Store.HistoryAsync(integration)).Skip(1).Select(c => (c.At, c.To)));
        Assert.Equal([$"{Reports}"], Store.Rows("SELECT COUNT(*) FROM Syncs"));
        Assert.Equal([$"{Reports}"], Store.Rows("SELECT COUNT(*) FROM Outbox WHERE Type = 'sync-finished'"));
        Assert.Equal(["1"], Store.Rows("SELECT SUM(Count) FROM StatusCounts"));
    }
}
