using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>What is kept for a while only, and what of it stays true when it is gone.</summary>
public sealed class LedgerRetentionTests : StoreTest
{
    private static readonly RetentionRules Rules = RetentionRules.Default;

    [Fact]
    public async Task Bodies_are_erased_thirty_days_after_their_sync_ended_and_the_entries_stay()
    {
        await AddLoggedAsync("s1", 450);
        Store.Time.Advance(Rules.Bodies - TimeSpan.FromTicks(1));
        await EraseAsync();
        Assert.Equal(["450"], Store.Rows("SELECT COUNT(*) FROM LogBodies"));

        Store.Time.Advance(TimeSpan.FromTicks(1));
        await EraseAsync();

        Assert.Empty(Store.Rows("SELECT * FROM LogBodies"));
        Assert.Equal(["450"], Store.Rows("SELECT COUNT(*) FROM LogEntries"));
        Assert.Equal(["0"], Store.Rows("SELECT HasBodies FROM Syncs"));
    }

    [Fact]
    public async Task Syncs_and_their_logs_are_erased_sixty_days_after_they_ended_and_the_history_stays()
    {
        var integration = await AddLoggedAsync("s1", 450);
        var status = (await Store.ReadAsync(integration)).Facts;
        var changes = (await Store.HistoryAsync(integration)).Select(c => (c.At, c.To, c.SyncId, c.Note)).ToList();
        Store.Time.Advance(Rules.Syncs - TimeSpan.FromTicks(1));
        await EraseAsync();
        Assert.Equal(["450"], Store.Rows("SELECT COUNT(*) FROM LogEntries"));

        Store.Time.Advance(TimeSpan.FromTicks(1));
        await EraseAsync();

        Assert.Empty(Store.Rows("SELECT 1 FROM LogEntries UNION ALL SELECT 1 FROM Syncs"));
        Assert.Equal(status, (await Store.ReadAsync(integration)).Facts);
        Assert.Equal(changes, (await Store.HistoryAsync(integration)).Select(c => (c.At, c.To, c.SyncId, c.Note)));
    }

    [Fact]
    public async Task A_running_sync_is_never_erased()
    {
        var integration = await Store.AddAsync();
        await Store.BeginAsync(integration, "s1");
        Store.Time.Advance(TimeSpan.FromDays(400));

        await EraseAsync();
        Assert.Equal("s1", (await Store.ReadAsync(integration)).RunningSyncId);

        await Store.FinishAsync(integration, "s1", SyncState.Failed);
        await EraseAsync();
        Assert.Equal(["s1"], Store.Rows("SELECT SyncId FROM Syncs"));
    }

    [Fact]
    public async Task What_came_before_the_kept_history_is_refused_and_changes_nothing()
    {
        var integration = await AddLoggedAsync("s1", 1);
        Store.Time.Advance(Rules.Syncs);
        await Store.FinishAsync(integration, "s2", SyncState.Failed);
        await EraseAsync();
        var before = Store.Dump();

        var sync = await Assert.ThrowsAsync<RefusedReportException>(() =>
            Store.FinishAsync(integration, "late", SyncState.Succeeded, TestStore.Start.AddDays(-1)));
        var @event = await Assert.ThrowsAsync<RefusedReportException>(() =>
            Store.RecordAsync(integration, new Deactivated(TestStore.Start)));

        Assert.Equal(("ended_at", "at"), (sync.Field, @event.Field));
        Assert.Contains("is kept since 2026-03-02T08:00:00Z", sync.Message, StringComparison.Ordinal);
        Assert.Equal(before, Store.Dump());
    }

    // The process may die between folding a sync and erasing it.
    [Fact]
    public async Task A_sync_whose_log_is_half_erased_takes_no_more_entries_and_its_repetition_changes_nothing()
    {
        var integration = await AddLoggedAsync("s1", 50);
        Store.Time.Advance(Rules.Syncs);
        await Store.Ledger.WriteAsync(session => session.EraseSyncsAsync(session.Now - Rules.Syncs, 10));
        Assert.Equal(["50"], Store.Rows("SELECT COUNT(*) FROM LogEntries"));
        var before = Store.Dump();

        await Assert.ThrowsAsync<RefusedReportException>(() =>
            Store.Ledger.AppendLogAsync(Store.Production, "s1", [TestStore.Entry(99, LogEntryLevel.Error, "more")]));
        await Store.FinishAsync(integration, "s1", SyncState.Failed, TestStore.Start);

        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task Removed_records_are_erased_after_fourteen_days_and_others_never()
    {
        var integration = await ConnectAsync();
        await using (var db = Store.Data())
        {
            db.Records.AddRange(Enumerable.Range(0, 500).Select(number => new StoredRecord
            {
                IntegrationId = integration.Id,
                Model = "users",
                RemoteId = $"{number}",
                Data = "{}",
                RemovedAt = number == 0 ? null : number == 1 ? Store.Now.AddTicks(1) : Store.Now,
            }));
            await db.SaveChangesAsync();
        }

        Store.Time.Advance(Rules.RemovedRecords);
        await EraseAsync();

        Assert.Equal(["0", "1"], Store.Rows("SELECT RemoteId FROM Records ORDER BY RemoteId"));
    }

    [Fact]
    public async Task Failed_attempts_and_closed_links_are_erased_after_sixty_days_and_open_links_stay()
    {
        var integration = await ConnectAsync();
        await using (var db = Store.Data())
        {
            ConnectionLink Link(DateTimeOffset expires, DateTimeOffset? used = null, DateTimeOffset? revoked = null) => new()
            {
                Id = Guid.NewGuid(),
                WorkspaceId = integration.WorkspaceId,
                EnvironmentId = integration.EnvironmentId,
                Kind = LinkKind.Reconnect,
                CreatedAt = Store.Now,
                ExpiresAt = expires,
                UsedAt = used,
                RevokedAt = revoked,
            };
            var far = Store.Now.AddYears(1);
            db.ConnectionLinks.AddRange(
                Link(Store.Now.AddDays(7)), Link(far, used: Store.Now), Link(far, revoked: Store.Now), Link(far), Link(Store.Now.AddDays(8)));
            db.ConnectionFlows.Add(new ConnectionFlow
            {
                LinkId = Guid.NewGuid(),
                WorkspaceId = integration.WorkspaceId,
                EnvironmentId = integration.EnvironmentId,
                Tool = "scim",
                Category = Category.Hris,
                OrganizationName = "Initech",
                At = Store.Now,
                Error = "Refused",
                Log = [],
            });
            await db.SaveChangesAsync();
        }

        Store.Time.Advance(Rules.Syncs + TimeSpan.FromDays(7));
        await EraseAsync();

        Assert.Equal(["2"], Store.Rows("SELECT COUNT(*) FROM ConnectionLinks"));
        Assert.Empty(Store.Rows("SELECT * FROM ConnectionFlows"));
    }

    [Fact]
    public async Task Every_batch_stays_small_even_over_a_long_history()
    {
        const int batch = 20;
        var integration = await Store.AddAsync();
        for (var day = 0; day < 40; day++)
        {
            var at = Store.Now.AddDays(day);
            await Store.FinishAsync(integration, $"s{day}", day % 2 == 0 ? SyncState.Succeeded : SyncState.Failed, at);
            await Store.RecordAsync(integration, new CredentialsReplaced(at.AddHours(1)));
        }

        var facts = (await Store.ReadAsync(integration)).Facts;
        Store.Time.Advance(TimeSpan.FromDays(400));
        var before = Store.Dump();
        for (var written = batch; written == batch;)
        {
            written = await Store.Ledger.WriteAsync(session => session.EraseSyncsAsync(session.Now - Rules.Syncs, batch));
            var after = Store.Dump();
            Assert.InRange(before.Except(after).Count(), 0, batch);
            before = after;
        }

        Assert.Equal(["0"], Store.Rows("SELECT COUNT(*) FROM Syncs"));
        Assert.Equal(["1"], Store.Rows("SELECT COUNT(*) FROM Events"));
        Assert.Equal(facts, (await Store.ReadAsync(integration)).Facts);
    }

    private Task EraseAsync() => Store.Ledger.EraseOutdatedAsync(Rules);

    private Task<Integration> ConnectAsync() => Store.Ledger.WriteAsync(session => session.ConnectAsync(
        Store.Production, TestStore.New("scim"), new NewConnection("https://scim.example", "sealed", TimeSpan.FromHours(3), null)));

    private async Task<Integration> AddLoggedAsync(string syncId, int entries)
    {
        var integration = await Store.AddAsync();
        await Store.FinishAsync(integration, syncId, SyncState.Failed);
        await Store.Ledger.AppendLogAsync(
            Store.Production,
            syncId,
            [.. Enumerable.Range(0, entries).Select(seq => TestStore.Entry(seq, LogEntryLevel.Error, "line") with { ResponseBody = "answer" })]);
        return integration;
    }
}
