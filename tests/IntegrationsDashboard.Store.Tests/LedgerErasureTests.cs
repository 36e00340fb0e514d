using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>Fourteen days after an integration was deleted nothing is left of its data.</summary>
public sealed class LedgerErasureTests : StoreTest
{
    private static readonly Actor Ada = new(ActorKind.Person, "Ada-Private");

    // Everything that is somebody's carries this word.
    private const string Private = "Private";

    [Fact]
    public async Task Until_the_fourteen_days_have_passed_everything_is_there()
    {
        await DeleteAsync(await FillAsync());
        var before = Store.Dump();
        Store.Time.Advance(StatusRules.Default.DeletionGrace - TimeSpan.FromTicks(1));

        await EraseAsync();

        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task After_fourteen_days_nothing_is_left_in_any_table()
    {
        var integration = await FillAsync();
        await DeleteAsync(integration);
        var changes = (await Store.HistoryAsync(integration)).Select(c => (c.At, c.From, c.To, c.Cause, c.ActorKind)).ToList();
        Store.Time.Advance(StatusRules.Default.DeletionGrace);

        await EraseAsync();

        Assert.DoesNotContain(Store.Dump(), row => row.Contains(Private, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(changes, (await Store.HistoryAsync(integration)).Select(c => (c.At, c.From, c.To, c.Cause, c.ActorKind)));
        Assert.Equal(["0"], Store.Rows("SELECT COUNT(*) FROM Integrations WHERE IsErasureDue OR NextChangeAt IS NOT NULL"));
        Assert.Equal(["1"], Store.Rows("SELECT SUM(Count) FROM StatusCounts WHERE Status = 0"));
        var view = (await Store.Integrations.FindAsync(Store.Production, integration.Id))!;
        Assert.Equal((IntegrationStatus.Deleted, ReasonCode.DeletedDataErased), (view.Evaluation.Status, view.Evaluation.Reason.Code));
        Assert.Equal((integration.CreatedAt, TestStore.Start.AddHours(3)), (view.CreatedAt, view.Evaluation.Since));
    }

    [Fact]
    public async Task What_is_not_deleted_keeps_everything()
    {
        var kept = await FillAsync();
        var rows = Store.Dump().Count(row => row.Contains(Private, StringComparison.OrdinalIgnoreCase));
        Store.Time.Advance(TimeSpan.FromDays(400));

        await EraseAsync();

        Assert.Equal(rows, Store.Dump().Count(row => row.Contains(Private, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(IntegrationStatus.SyncFailing, (await Store.ReadAsync(kept)).Status);
    }

    [Fact]
    public async Task What_was_deleted_long_ago_when_it_became_known_is_erased_too()
    {
        var integration = await FillAsync();
        Store.Time.Advance(TimeSpan.FromDays(30));
        await Store.RecordAsync(integration, new Deleted(TestStore.Start.AddHours(5)) { Actor = Ada });

        await EraseAsync();

        Assert.DoesNotContain(Store.Dump(), row => row.Contains(Private, StringComparison.OrdinalIgnoreCase));
    }

    // Each batch is a transaction of its own: after any of them the process may die.
    [Fact]
    public async Task Every_batch_is_small_and_the_next_goes_on_where_the_last_one_stopped()
    {
        const int batch = 7;
        var first = await FillAsync("one");
        var second = await FillAsync("two");
        await DeleteAsync(first);
        await DeleteAsync(second);
        Store.Time.Advance(StatusRules.Default.DeletionGrace);
        await Store.Ledger.SettleDueAsync();
        var before = Store.Dump();
        var batches = 0;
        for (var written = batch; written == batch; batches++)
        {
            written = await Store.Ledger.WriteAsync(session => session.EraseDeletedAsync(batch));
            var after = Store.Dump();
            Assert.InRange(before.Except(after).Count(), written == 0 ? 0 : 1, batch);
            before = after;
        }

        Assert.True(batches > 5);
        Assert.DoesNotContain(before, row => row.Contains(Private, StringComparison.OrdinalIgnoreCase));
    }

    private async Task EraseAsync()
    {
        await Store.Ledger.SettleDueAsync();
        await Store.Ledger.EraseDeletedAsync();
    }

    private async Task DeleteAsync(Integration integration)
    {
        Store.Time.SetUtcNow(TestStore.Start.AddHours(3));
        await Store.RecordAsync(integration, new Deleted(Store.Now) { Actor = Ada });
    }

    private async Task<Integration> FillAsync(string name = "one")
    {
        var endUser = new EndUser { OrganizationName = $"Private {name}", CreatorEmail = "ada@private.example", OriginId = "private-4711" };
        var integration = await Store.Ledger.WriteAsync(session => session.ConnectAsync(
            Store.Production,
            TestStore.New("scim") with { EndUser = endUser },
            new NewConnection("https://private.example", "private-sealed", TimeSpan.FromHours(10), TimeSpan.FromHours(3))));
        await Store.FinishAsync(integration, $"private-s1-{name}", SyncState.Succeeded, Store.Now);
        await Store.RecordAsync(integration, new Deactivated(Store.Now) { Actor = Ada });
        await Store.RecordAsync(integration, new Activated(Store.Now) { Actor = Ada });
        await Store.FinishAsync(integration, $"private-s2-{name}", SyncState.Failed, Store.Now.AddHours(1), "Private trouble");
        await Store.Ledger.AppendLogAsync(
            Store.Production,
            $"private-s2-{name}",
            [.. Enumerable.Range(0, 20).Select(seq =>
                TestStore.Entry(seq, LogEntryLevel.Error, "Private line") with { RequestBody = "private ask", ResponseBody = "private answer" })]);
        await AddRowsAsync(integration, endUser);
        return integration;
    }

    private async Task AddRowsAsync(Integration integration, EndUser endUser)
    {
        await using var db = Store.Data();
        db.Records.AddRange(Enumerable.Range(0, 10).Select(number => new StoredRecord
        {
            IntegrationId = integration.Id,
            Model = "users",
            RemoteId = $"{number}",
            Data = """{"name":"private"}""",
        }));
        var link = Link(integration, endUser, LinkKind.Connect);
        db.ConnectionLinks.AddRange(link, Link(integration, endUser, LinkKind.Reconnect));
        db.ConnectionFlows.AddRange(Flow(integration, link.Id, null), Flow(integration, Guid.NewGuid(), integration.Id));
        await db.SaveChangesAsync();
    }

    private ConnectionLink Link(Integration integration, EndUser endUser, LinkKind kind) => new()
    {
        Id = Guid.NewGuid(),
        WorkspaceId = integration.WorkspaceId,
        EnvironmentId = integration.EnvironmentId,
        Kind = kind,
        IntegrationId = integration.Id,
        OrganizationName = endUser.OrganizationName,
        EndUserEmail = endUser.CreatorEmail,
        OriginId = endUser.OriginId,
        CreatedAt = Store.Now,
        ExpiresAt = Store.Now.AddDays(1),
    };

    private ConnectionFlow Flow(Integration integration, Guid link, string? integrationId) => new()
    {
        LinkId = link,
        WorkspaceId = integration.WorkspaceId,
        EnvironmentId = integration.EnvironmentId,
        IntegrationId = integrationId,
        Tool = integration.Tool,
        Category = integration.Category,
        OrganizationName = "Private",
        At = Store.Now,
        Error = "Private refusal",
        Log = [new FlowEntry(Store.Now, LogEntryLevel.Error, "Private attempt")],
    };
}
