using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Store.Tests;

public sealed class ComparisonQueryTests : StoreTest
{
    private Integration Integration { get; set; } = null!;

    [Fact]
    public async Task Only_what_one_log_says_is_told_the_worst_first_and_numbers_make_no_difference()
    {
        var a = await SyncAsync("a", 3, (LogEntryLevel.Info, "Reading page 1"), (LogEntryLevel.Info, "Reading page 2"), (LogEntryLevel.Info, "All 40 read"));
        var b = await SyncAsync(
            "b",
            2,
            (LogEntryLevel.Info, "Reading page 1"),
            (LogEntryLevel.Info, "Gave up"),
            (LogEntryLevel.Warning, "Asked again (1)"),
            (LogEntryLevel.Warning, "Asked again (2)"),
            (LogEntryLevel.Error, "No answer"));

        var comparison = await Store.Comparisons.CompareAsync(a, b);

        Assert.Equal(
            [(LogEntryLevel.Error, "No answer", 1, 4), (LogEntryLevel.Warning, "Asked again (1)", 2, 2), (LogEntryLevel.Info, "Gave up", 1, 1)],
            comparison.OnlyInB.Select(message => (message.Level, message.Example, message.Count, message.First)));
        Assert.Equal(["All 40 read"], comparison.OnlyInA.Select(message => message.Example));
        Assert.True(comparison.IsWhole);
    }

    [Fact]
    public async Task Of_a_long_log_the_problems_at_its_end_are_still_told()
    {
        var lines = Enumerable.Range(0, ComparisonQueries.MostLines + 10).Select(seq => (LogEntryLevel.Debug, $"Line {seq}")).ToList();
        var a = await SyncAsync("a", 2, (LogEntryLevel.Debug, "Line 1"));
        var b = await SyncAsync("b", 1, [.. lines, (LogEntryLevel.Debug, "Not reached"), (LogEntryLevel.Error, "At the end")]);

        var comparison = await Store.Comparisons.CompareAsync(a, b);

        Assert.Equal(["At the end"], comparison.OnlyInB.Select(message => message.Example));
        Assert.False(comparison.IsWhole);
    }

    [Fact]
    public async Task No_more_than_twenty_messages_are_told()
    {
        var a = await SyncAsync("a", 2);
        var b = await SyncAsync("b", 1, [.. Enumerable.Range(0, 30).Select(seq => (LogEntryLevel.Info, $"Word {new string('x', seq + 1)}"))]);

        Assert.Equal(ComparisonQueries.MostMessages, (await Store.Comparisons.CompareAsync(a, b)).OnlyInB.Count);
    }

    [Fact]
    public void Models_are_put_side_by_side_whoever_names_them()
    {
        static Sync With(params SyncModel[] models) => new()
        {
            EnvironmentId = 1,
            SyncId = "s",
            IntegrationId = "x",
            State = SyncState.Succeeded,
            Type = SyncType.Full,
            StartedAt = TestStore.Start,
            Models = models,
        };

        var models = ModelDifference.Between(With(new("employees", 10), new("groups", 2)), With(new("groups", 5), new("offers", 1)));

        Assert.Equal([("employees", 10, null, -10), ("groups", 2, 5, 3), ("offers", null, (long?)1, 1L)], models.Select(m => (m.Name, m.First, m.Second, m.Change)));
    }

    [Fact]
    public async Task A_sync_is_compared_with_the_one_before_and_with_the_last_that_worked()
    {
        await SyncAsync("good", 9, SyncState.Succeeded);
        await SyncAsync("warned", 8, SyncState.PartiallyFailed);
        await SyncAsync("failed", 7, SyncState.Failed);
        await SyncAsync("cancelled", 6, SyncState.Cancelled);
        var again = await SyncAsync("again", 5, SyncState.TimedOut);
        var fine = await SyncAsync("fine", 4, SyncState.Succeeded);
        await SyncAsync("later", 3, SyncState.Succeeded);

        var (previous, good) = await Store.Comparisons.NeighboursAsync(Store.Workspace, again);
        Assert.Equal(("failed", "warned"), (previous?.SyncId, good?.SyncId));

        (previous, good) = await Store.Comparisons.NeighboursAsync(Store.Workspace, fine);
        Assert.Equal(("again", null), (previous?.SyncId, good?.SyncId));

        Assert.Equal((null, null), await Store.Comparisons.NeighboursAsync(Store.Development, fine));
    }

    protected override async Task PrepareAsync() => Integration = await Store.AddAsync();

    private async Task<Sync> SyncAsync(string id, int hoursAgo, SyncState state)
    {
        await Store.FinishAsync(Integration, id, state, Store.Now.AddHours(-hoursAgo));
        return (await Store.Syncs.FindAsync(Store.Workspace, Integration.Id, id))!;
    }

    private async Task<Sync> SyncAsync(string id, int hoursAgo, params (LogEntryLevel Level, string Message)[] lines)
    {
        var sync = await SyncAsync(id, hoursAgo, SyncState.Succeeded);
        foreach (var part in lines.Select((line, seq) => TestStore.Entry(seq, line.Level, line.Message)).Chunk(1000))
        {
            await Store.Ledger.AppendLogAsync(Store.Production, id, part);
        }

        return sync;
    }
}
