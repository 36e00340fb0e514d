using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Store.Tests.Plans;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>Every question is answered from an index: what it costs does not grow with what there is.</summary>
public sealed class QueryPlanTests(PlannedStore planned) : IClassFixture<PlannedStore>
{
    private readonly TestStore _store = planned.Store;

    public static MatrixTheoryData<IntegrationSort, bool, bool> Orders =>
        new(Enum.GetValues<IntegrationSort>(), [false, true], [false, true]);

    private static IntegrationFilter[] Filters =>
    [
        new(),
        new() { Statuses = [IntegrationStatus.Active] },
        new() { Statuses = [IntegrationStatus.CredentialsInvalid, IntegrationStatus.SyncFailing] },
        new() { Category = Category.Ats },
        new() { Tool = "personio" },
        new() { Environment = EnvironmentKind.Development },
        new() { Text = "two words" },
        new()
        {
            Statuses = [IntegrationStatus.Active],
            Category = Category.Ats,
            Tool = "personio",
            Environment = EnvironmentKind.Development,
            Text = "a",
        },
    ];

    private WorkspaceScope[] Scopes => [_store.Workspace, _store.Production];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_page_of_the_list_walks_the_index_of_its_order(IntegrationSort sort, bool descending, bool backward)
    {
        var column = sort == IntegrationSort.Attention ? "AttentionKey" : $"{sort}Key";
        var cursor = (await _store.Integrations.ListAsync(_store.Workspace, new(), sort, descending, size: 10)).Next!;
        var up = descending ^ backward ^ sort is IntegrationSort.Attention or IntegrationSort.Name;
        foreach (var scope in Scopes)
        {
            foreach (var filter in Filters)
            {
                var ranged = sort == IntegrationSort.Attention && filter.Statuses.Count > 0;
                var range = $" AND {column}>? AND {column}<?";
                var first = await OneAsync(() => _store.Integrations.ListAsync(scope, filter, sort, descending, null, backward, 10));
                first.AssertSeeks();
                first.AssertSeeksBy("i", $"IX_Integrations_WorkspaceId_{column}_Id_", $"WorkspaceId=?{(ranged ? range : "")}");

                var next = await OneAsync(() => _store.Integrations.ListAsync(scope, filter, sort, descending, cursor, backward, 10));
                next.AssertSeeks();
                next.AssertSeeksBy(
                    "i",
                    $"IX_Integrations_WorkspaceId_{column}_Id_",
                    $"WorkspaceId=?{(ranged ? range : $" AND {column}{(up ? '>' : '<')}?")}");
            }
        }
    }

    [Fact]
    public async Task Counts_and_tools_are_read_from_the_counts()
    {
        foreach (var scope in Scopes)
        {
            foreach (var filter in Filters)
            {
                (await OneAsync(() => _store.Integrations.CountsAsync(scope, filter))).AssertSeeks();
            }

            (await OneAsync(() => _store.Integrations.ToolsAsync(scope))).AssertSeeks();
        }
    }

    [Fact]
    public async Task Groups_and_selections_stay_within_the_workspace_of_an_index()
    {
        foreach (var scope in Scopes)
        {
            foreach (var filter in Filters.Append(new IntegrationFilter { Customer = "Initech" }))
            {
                foreach (var by in Enum.GetValues<IntegrationGrouping>())
                {
                    foreach (var plan in await planned.ExplainAsync(() => _store.Groups.ListAsync(scope, filter, by)))
                    {
                        Assert.DoesNotContain(plan.Steps, step => step.StartsWith("SCAN i", StringComparison.Ordinal));
                    }
                }

                foreach (var plan in await planned.ExplainAsync(() => _store.Selections.CountAsync(scope, filter)))
                {
                    Assert.DoesNotContain(plan.Steps, step => step.StartsWith("SCAN i", StringComparison.Ordinal));
                }
            }
        }
    }

    [Fact]
    public async Task One_integration_is_found_by_its_id()
    {
        foreach (var scope in Scopes)
        {
            var plan = await OneAsync(() => _store.Integrations.FindAsync(scope, planned.Integration.Id));
            plan.AssertSeeks();
            plan.AssertSeeksBy("i", "sqlite_autoindex_Integrations_1", "Id=?");
        }
    }

    [Fact]
    public async Task Demonstration_data_is_looked_for_among_itself()
    {
        foreach (var scope in Scopes)
        {
            var plan = await OneAsync(() => _store.Integrations.HasDemonstrationAsync(scope));
            plan.AssertSeeks();
            plan.AssertSeeksBy("i", "IX_Integrations_Demonstration", "WorkspaceId=?");
        }
    }

    [Fact]
    public async Task The_history_is_read_from_its_end()
    {
        foreach (var scope in Scopes)
        {
            var plan = await OneAsync(() => _store.Integrations.StatusChangesAsync(scope, planned.Integration.Id, 10));
            plan.AssertSeeks();
            plan.AssertSeeksBy("i", "sqlite_autoindex_Integrations_1", "Id=?");
            plan.AssertSeeksBy("s", "IX_StatusChanges_IntegrationId_At_Id", "IntegrationId=?");

            var next = await OneAsync(() =>
                _store.Integrations.StatusChangesAsync(scope, planned.Integration.Id, new RowPlace(_store.Now, 7), 10));
            next.AssertSeeks();
            next.AssertSeeksBy("s", "IX_StatusChanges_IntegrationId_At_Id", "IntegrationId=? AND At<?");
        }
    }

    [Fact]
    public async Task Syncs_are_read_from_where_the_page_begins()
    {
        var place = new RowPlace(_store.Now, 7);
        foreach (var scope in Scopes)
        {
            var first = await OneAsync(() => _store.Syncs.ListAsync(scope, planned.Integration.Id, null, 10));
            first.AssertSeeks();
            first.AssertSeeksBy("s", "IX_Syncs_IntegrationId_StartedAt_Key", "IntegrationId=?");

            var next = await OneAsync(() => _store.Syncs.ListAsync(scope, planned.Integration.Id, place, 10));
            next.AssertSeeks();
            next.AssertSeeksBy("s", "IX_Syncs_IntegrationId_StartedAt_Key", "IntegrationId=? AND StartedAt<?");

            var one = await OneAsync(() => _store.Syncs.FindAsync(scope, planned.Integration.Id, "s1"));
            one.AssertSeeks();
            one.AssertSeeksBy("s", "IX_Syncs_EnvironmentId_SyncId", "EnvironmentId=? AND SyncId=?");
        }

        var byId = await OneAsync(() => _store.Syncs.FindAsync(_store.Production, "s1"));
        byId.AssertSeeks();
        byId.AssertSeeksBy("s", "IX_Syncs_EnvironmentId_SyncId", "EnvironmentId=? AND SyncId=?");
        byId.AssertSeeksBy("i", "sqlite_autoindex_Integrations_1", "Id=?");
    }

    [Theory]
    [InlineData(LogEntryLevel.Debug, "PRIMARY KEY")]
    [InlineData(LogEntryLevel.Info, "PRIMARY KEY")]
    [InlineData(LogEntryLevel.Warning, "IX_LogEntries_Problems")]
    [InlineData(LogEntryLevel.Error, "IX_LogEntries_Problems")]
    public async Task A_log_is_read_from_where_the_page_begins(LogEntryLevel level, string index)
    {
        var sync = (await _store.Syncs.ListAsync(TestStore.ScopeOf(planned.Integration), planned.Integration.Id, null, 1))[0];
        foreach (var text in new[] { null, "word" })
        {
            var filter = new LogFilter(level, text);
            var down = await OneAsync(() => _store.Logs.EntriesAsync(sync, filter, 5, false, 10));
            down.AssertSeeks();
            down.AssertSeeksBy("l", index, "SyncKey=? AND Seq>?");

            var up = await OneAsync(() => _store.Logs.EntriesAsync(sync, filter, 5, true, 10));
            up.AssertSeeks();
            up.AssertSeeksBy("l", index, "SyncKey=? AND Seq<?");

            var sequence = await OneAsync(() => _store.Logs.SequenceAsync(sync, filter));
            sequence.AssertSeeks();
            sequence.AssertSeeksBy("l", index, "SyncKey=? AND Seq>? AND Seq<?");

            var withBodies = await OneAsync(async () => await _store.Logs.WithBodiesAsync(sync, filter, 5).Take(10).CountAsync());
            withBodies.AssertSeeks();
            withBodies.AssertSeeksBy("l", index, "SyncKey=? AND Seq>?");
            withBodies.AssertSeeksBy("l0", "PRIMARY KEY", "SyncKey=? AND Seq=?");
        }

        var some = await OneAsync(() => _store.Logs.EntriesAsync(sync, [3, 5, 8]));
        some.AssertSeeks();
        some.AssertSeeksBy("l", "PRIMARY KEY", "SyncKey=? AND Seq=?");

        var last = await OneAsync(() => _store.Logs.LastAsync(sync));
        last.AssertSeeks();
        last.AssertSeeksBy("l", "PRIMARY KEY", "SyncKey=?");

        var count = await OneAsync(() => _store.Logs.CountAsync(sync, 3, 8));
        count.AssertSeeks();
        count.AssertSeeksBy("l", "PRIMARY KEY", "SyncKey=? AND Seq>? AND Seq<?");

        var body = await OneAsync(() => _store.Logs.BodyAsync(sync, 3));
        body.AssertSeeks();
        body.AssertSeeksBy("l", "PRIMARY KEY", "SyncKey=? AND Seq=?");

        var export = await OneAsync(async () => await _store.Logs.ExportAsync(sync).CountAsync());
        export.AssertSeeks();
        export.AssertSeeksBy("l", "PRIMARY KEY", "SyncKey=? AND Seq>?");
        export.AssertSeeksBy("l0", "PRIMARY KEY", "SyncKey=? AND Seq=?");
    }

    [Fact]
    public async Task A_key_is_found_by_its_hash()
    {
        var plan = await OneAsync(() => _store.Workspaces.FindKeyAsync("production-key"));
        plan.AssertSeeks();
        plan.AssertSeeksBy("a", "IX_ApiKeys_Hash", "Hash=?");
    }

    [Fact]
    public async Task Messages_to_the_outside_are_read_from_the_last_one_seen()
    {
        var last = await OneAsync(() => _store.Outbox.LastAsync());
        Assert.Equal(["SEARCH o"], last.Steps);
        foreach (var scope in Scopes)
        {
            var plan = await OneAsync(() => _store.Outbox.StateChangesAsync(scope, 5, 50, 10));
            plan.AssertSeeks();
            plan.AssertSeeksBy("o", "IX_Outbox_StateChanges", "WorkspaceId=? AND Id>? AND Id<?");
            plan.AssertSeeksBy("i0", "sqlite_autoindex_Integrations_1", "Id=?");
        }
    }

    // There are few workspaces, and the first is the first row.
    [Fact]
    public async Task The_first_workspace_is_not_looked_for_among_the_integrations()
    {
        var plan = await OneAsync(() => _store.Workspaces.FirstAsync());
        Assert.DoesNotContain("Integrations", plan.Query.Sql, StringComparison.Ordinal);
        Assert.DoesNotContain("OFFSET", plan.Query.Sql, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_due_is_found_by_its_time()
    {
        _store.Time.Advance(StatusRules.Default.IdleLimit);
        var plans = await planned.ExplainAsync(() => _store.Ledger.SettleDueAsync());
        Assert.True(plans.Count >= 2);
        foreach (var plan in plans.Where(plan => plan.Query.Sql.Contains("FROM \"Integrations\"", StringComparison.Ordinal)))
        {
            plan.AssertSeeks();
            plan.AssertSeeksBy("i", "IX_Integrations_NextChangeAt", "NextChangeAt<?");
        }
    }

    [Fact]
    public async Task Syncs_that_are_due_lapsed_or_held_are_found_among_themselves()
    {
        // On a store of its own: what is due elsewhere must not be claimed here.
        await using var own = new PlannedStore();
        await own.InitializeAsync();
        var integration = await ConnectAsync(own.Store);
        IReadOnlyList<ClaimedSync> claimed = [];
        var claim = await own.ExplainAsync(async () => claimed = await own.Store.Ledger.ClaimDueAsync("one", 10, TimeSpan.FromSeconds(30)));
        Assert.Equal(integration.Id, Assert.Single(claimed).IntegrationId);
        Assert.All(claim, plan => plan.AssertSeeks(maySort: true));
        var due = claim.Where(plan => plan.Query.Sql.Contains("\"DueAt\" <=", StringComparison.Ordinal)).ToList();
        Assert.True(due.Count >= 2);
        Assert.All(due, plan => plan.AssertSeeks());
        Assert.All(due, plan => plan.AssertSeeksBy("s", "IX_SyncJobs_DueAt", "DueAt<?"));

        var renew = await own.ExplainAsync(() => own.Store.Ledger.RenewLeasesAsync("one", [claimed[0].SyncId], TimeSpan.FromSeconds(30)));
        Assert.All(renew, plan => plan.AssertSeeks());

        own.Store.Time.Advance(TimeSpan.FromMinutes(1));
        var release = await own.ExplainAsync(() => own.Store.Ledger.ReleaseLapsedAsync());
        Assert.All(release, plan => plan.AssertSeeks(maySort: true));
        foreach (var plan in release.Where(plan => plan.Query.Sql.Contains("\"LeaseUntil\" <", StringComparison.Ordinal)))
        {
            plan.AssertSeeks();
            plan.AssertSeeksBy("s", "IX_SyncJobs_LeaseUntil", "LeaseUntil<?");
        }
    }

    [Fact]
    public async Task Records_are_sampled_from_what_a_sync_changed()
    {
        var integration = await ConnectAsync(_store);
        var claimed = Assert.Single(await _store.Ledger.ClaimDueAsync("one", 10, TimeSpan.FromSeconds(30)));
        await _store.Ledger.WriteAsync(session => session.WriteRecordsAsync(claimed, [new RecordWrite("users", "a", "{}")]));
        var sync = (await _store.Syncs.FindAsync(claimed.Scope, integration.Id, claimed.SyncId))!;
        foreach (var scope in Scopes)
        {
            var changed = await OneAsync(() => _store.Records.SampleAsync(scope, sync, "users", 5));
            changed.AssertSeeks();
            changed.AssertSeeksBy("r", "IX_Records_IntegrationId_ChangedBy", "IntegrationId=? AND ChangedBy=? AND Model=?");
        }

        var none = await planned.ExplainAsync(() => _store.Records.SampleAsync(_store.Production, sync, "groups", 5));
        Assert.Equal(2, none.Count);
        none[1].AssertSeeks();
        none[1].AssertSeeksBy("r", "PRIMARY KEY", "IntegrationId=? AND Model=?");
        await _store.Ledger.FinishSyncAsync(claimed, new SyncEnd(SyncState.Succeeded, null, []));
    }

    [Fact]
    public async Task The_ledger_asks_for_what_belongs_to_one_integration()
    {
        var integration = await _store.AddAsync(_store.Development);
        var plans = await planned.ExplainAsync(async () =>
        {
            await _store.BeginAsync(integration, "p1");
            await _store.BeginAsync(integration, "p2");
            await _store.FinishAsync(integration, "p1", SyncState.Failed);
            await _store.FinishAsync(integration, "late", SyncState.Failed, _store.Now.AddDays(-1));
            await _store.Ledger.AppendLogAsync(_store.Development, "p1", [TestStore.Entry(1, LogEntryLevel.Error, "a")]);
            await _store.RecordAsync(integration, new ApiRequested(_store.Now.AddHours(1)));
            await _store.RecordAsync(integration, new ApiRequested(_store.Now.AddHours(2)));
            await _store.RecordAsync(integration, new Deactivated(_store.Now.AddHours(3)));
        });

        // What is sorted is what runs, or the events of one integration.
        Assert.All(plans, plan => plan.AssertSeeks(maySort: true));
    }

    private static Task<Integration> ConnectAsync(TestStore store) => store.Ledger.WriteAsync(session => session.ConnectAsync(
        store.Production, TestStore.New(), new NewConnection("https://tool.example", "credentials", TimeSpan.FromHours(3), TimeSpan.FromHours(3))));

    [Fact]
    public async Task What_is_to_be_erased_is_found_through_indexes()
    {
        await using var own = new PlannedStore();
        await own.InitializeAsync();
        await own.Store.RecordAsync(own.Integration, new Deleted(own.Store.Now));
        own.Store.Time.Advance(RetentionRules.Default.Syncs);
        await own.Store.Ledger.SettleDueAsync();

        var plans = await own.ExplainAsync(async () =>
        {
            await own.Store.Ledger.EraseDeletedAsync();
            await own.Store.Ledger.EraseOutdatedAsync(RetentionRules.Default);
        });

        // Read as a whole: the index of those that are due, the few workspaces, and a batch just found.
        string[] small = ["SCAN i USING INDEX IX_Integrations_IsErasureDue", "SCAN w", "SCAN s1"];
        Assert.True(plans.Count > 20);
        Assert.All(plans, plan => Assert.All(plan.Steps, step => Assert.True(
            !step.StartsWith("SCAN ", StringComparison.Ordinal) || small.Contains(step), $"{step}\n\n{plan}")));
    }

    private async Task<QueryPlan> OneAsync(Func<Task> work) => Assert.Single(await planned.ExplainAsync(work));
}
