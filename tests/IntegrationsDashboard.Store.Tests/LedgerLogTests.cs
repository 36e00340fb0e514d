using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

public sealed class LedgerLogTests : StoreTest
{
    private Integration _integration = null!;

    [Fact]
    public async Task Entries_that_come_before_the_end_are_the_evidence_of_it()
    {
        await Store.BeginAsync(_integration, "s1");
        await AppendAsync(TestStore.Entry(4, LogEntryLevel.Warning, "Odd"), TestStore.Entry(7, LogEntryLevel.Error, "Broken"));
        await Store.FinishAsync(_integration, "s1", SyncState.Failed);

        await AssertExplainedAsync(7, "Broken");
    }

    [Fact]
    public async Task Entries_that_come_after_the_end_mend_evidence_message_reason_and_history()
    {
        await Store.FinishAsync(_integration, "s1", SyncState.Failed);
        await AssertExplainedAsync(null, null);

        await AppendAsync(TestStore.Entry(9, LogEntryLevel.Warning, "Odd"));
        await AssertExplainedAsync(9, "Odd");

        await AppendAsync(TestStore.Entry(8, LogEntryLevel.Error, "Broken"));
        await AssertExplainedAsync(8, "Broken");

        await AppendAsync(TestStore.Entry(5, LogEntryLevel.Error, "Broken earlier"));
        await AssertExplainedAsync(5, "Broken earlier");

        await AppendAsync(TestStore.Entry(6, LogEntryLevel.Error, "Broken later"));
        await AssertExplainedAsync(5, "Broken earlier");
    }

    [Fact]
    public async Task A_reported_error_says_more_than_the_log()
    {
        await Store.FinishAsync(_integration, "s1", SyncState.Failed, error: "Reported");
        await AppendAsync(TestStore.Entry(1, LogEntryLevel.Error, "Logged"));

        await AssertExplainedAsync(1, "Reported");
    }

    [Fact]
    public async Task Entries_are_known_by_their_sequence_number()
    {
        await Store.FinishAsync(_integration, "s1", SyncState.Failed);
        Assert.Equal(new LogAppended(2, 1), await AppendAsync(
            TestStore.Entry(1, LogEntryLevel.Error, "One"), TestStore.Entry(1, LogEntryLevel.Error, "Other"), TestStore.Entry(2, LogEntryLevel.Info, "Two")));
        var before = Store.Dump();

        Assert.Equal(new LogAppended(0, 2), await AppendAsync(
            TestStore.Entry(1, LogEntryLevel.Warning, "Another") with { RequestBody = "{}" }, TestStore.Entry(2, LogEntryLevel.Error, "Two")));

        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task Entries_are_counted_by_level()
    {
        await Store.BeginAsync(_integration, "s1");
        await AppendAsync(TestStore.Entry(1, LogEntryLevel.Error, "a"), TestStore.Entry(2, LogEntryLevel.Error, "b"));
        await AppendAsync(TestStore.Entry(0, LogEntryLevel.Warning, "c"), TestStore.Entry(3, LogEntryLevel.Debug, "d"), TestStore.Entry(2, LogEntryLevel.Error, "b"));

        var sync = (await Store.Syncs.FindAsync(Store.Production, _integration.Id, "s1"))!;
        Assert.Equal((4, 2, 1), (sync.LogCount, sync.ErrorCount, sync.WarningCount));
        Assert.Equal((1, "a", 0, "c"), (sync.FirstError!.Value, sync.FirstErrorMessage!, sync.FirstWarning!.Value, sync.FirstWarningMessage!));
    }

    [Fact]
    public async Task A_long_message_is_shortened_where_it_is_copied()
    {
        await Store.FinishAsync(_integration, "s1", SyncState.Failed);
        await AppendAsync(TestStore.Entry(1, LogEntryLevel.Error, new string('x', 1000)));

        await AssertExplainedAsync(1, new string('x', SyncReference.MaxMessageLength - 1) + "…");
    }

    [Fact]
    public async Task Entries_of_a_running_or_cancelled_sync_change_no_facts()
    {
        await Store.BeginAsync(_integration, "s1");
        var facts = (await Store.ReadAsync(_integration)).Facts;
        await AppendAsync(TestStore.Entry(1, LogEntryLevel.Error, "a"));
        await Store.FinishAsync(_integration, "s1", SyncState.Cancelled);
        await AppendAsync(TestStore.Entry(0, LogEntryLevel.Error, "b"));

        Assert.Equal(facts, (await Store.ReadAsync(_integration)).Facts);
    }

    protected override async Task PrepareAsync() => _integration = await Store.AddAsync();

    private Task<LogAppended> AppendAsync(params LogReport[] entries) => Store.Ledger.AppendLogAsync(Store.Production, "s1", entries);

    private async Task AssertExplainedAsync(int? entry, string? message)
    {
        var view = (await Store.Integrations.FindAsync(Store.Production, _integration.Id))!;
        Assert.Equal(new Evidence("s1", entry), view.Evaluation.Evidence);
        Assert.Equal(message, view.Evaluation.Reason.Message);
        Assert.Equal(message, view.Facts.LastSync!.Message);
        Assert.Equal(view.Facts.LastSync, view.Facts.FirstSync);
        Assert.Equal(message, (await Store.HistoryAsync(_integration))[^1].Note);
    }
}
