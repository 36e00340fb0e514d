using CsCheck;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>A list read page by page is what filtering and sorting everything in memory gives.</summary>
public sealed class IntegrationListTests(IntegrationListData data) : IClassFixture<IntegrationListData>
{
    private static readonly string?[] Texts =
        [null, "", "  ", "ini", "INI", "%", "100%", "_", "a_b", "tech gmbh", "gmbh TECH", "corp umbrella personio", "\"labs\"", "zoë", "nobody", "😀", "'"];

    private static readonly Gen<IntegrationFilter> Filters =
        from statuses in Gen.Frequency(
            (2, Gen.Const(Array.Empty<IntegrationStatus>())), (3, Gen.Enum<IntegrationStatus>().Array[1, 4]))
        from category in Gen.Frequency((3, Gen.Const((Category?)null)), (1, Gen.Enum<Category>().Select(c => (Category?)c)))
        from tool in Gen.Frequency((3, Gen.Const((string?)null)), (1, Gen.OneOf<string?>("personio", "100_percent", "none")))
        from environment in Gen.Frequency(
            (3, Gen.Const((EnvironmentKind?)null)), (1, Gen.Enum<EnvironmentKind>().Select(e => (EnvironmentKind?)e)))
        from text in Gen.Frequency((2, Gen.Const((string?)null)), (1, Gen.OneOf(Texts)))
        from customer in Gen.Frequency((4, Gen.Const((string?)null)), (1, Gen.OneOf<string?>("Initech", "initech gmbh", "ÄRZTE 100%", "ab", "nobody")))
        select new IntegrationFilter
        {
            Statuses = statuses,
            Category = category,
            Tool = tool,
            Environment = environment,
            Text = text,
            Customer = customer,
        };

    private readonly TestStore _store = data.Store;

    private Gen<WorkspaceScope> Scopes => Gen.OneOf(_store.Workspace, _store.Production, _store.Development);

    [Fact]
    public Task Walking_forward_and_back_gives_the_whole_list_in_order() =>
        Gen.Select(Scopes, Filters, Gen.Enum<IntegrationSort>(), Gen.Bool, Gen.Int[1, 70]).SampleAsync(
            async (scope, filter, sort, descending, size) =>
            {
                var expected = data.Expected(scope, filter, sort, descending).ConvertAll(i => i.Id);
                var page = await _store.Integrations.ListAsync(scope, filter, sort, descending, size: size);
                Assert.Null(page.Previous);
                var seen = new List<string>(page.Items.Select(i => i.Id));
                while (page.Next is { } next)
                {
                    Assert.Equal(size, page.Items.Count);
                    page = await _store.Integrations.ListAsync(scope, filter, sort, descending, Cursor.Parse(next.ToString()), size: size);
                    Assert.NotEmpty(page.Items);
                    Assert.NotNull(page.Previous);
                    seen.AddRange(page.Items.Select(i => i.Id));
                }

                Assert.Equal(expected, seen);

                var last = page.Items.Count;
                seen.RemoveRange(seen.Count - last, last);
                var before = new List<string>();
                while (page.Previous is { } previous)
                {
                    page = await _store.Integrations.ListAsync(
                        scope, filter, sort, descending, Cursor.Parse(previous.ToString()), backward: true, size: size);
                    Assert.Equal(size, page.Items.Count);
                    Assert.NotNull(page.Next);
                    before.InsertRange(0, page.Items.Select(i => i.Id));
                }

                Assert.Equal(seen, before);
            },
            iter: 150,
            threads: 2);

    [Theory]
    [InlineData(IntegrationSort.Attention)]
    [InlineData(IntegrationSort.Name)]
    public async Task The_end_of_the_list_can_be_asked_for(IntegrationSort sort)
    {
        var page = await _store.Integrations.ListAsync(_store.Workspace, new(), sort, backward: true, size: 7);

        Assert.Equal(data.Expected(_store.Workspace, new(), sort, false).TakeLast(7).Select(i => i.Id), page.Items.Select(i => i.Id));
        Assert.Null(page.Next);
        Assert.NotNull(page.Previous);
    }

    [Fact]
    public Task Counts_are_those_of_counting() => Gen.Select(Scopes, Filters).SampleAsync(
        async (scope, filter) =>
        {
            var expected = data.Expected(scope, filter with { Statuses = [], Text = null }, default, false).CountBy(i => i.Evaluation.Status);
            var counts = await _store.Integrations.CountsAsync(scope, filter);

            Assert.Equal(expected.OrderBy(c => c.Key), counts.Where(c => c.Value != 0).OrderBy(c => c.Key));
        },
        iter: 50,
        threads: 2);

    [Fact]
    public Task Groups_are_those_of_grouping_everything_in_memory() => Gen.Select(Scopes, Filters, Gen.Enum<IntegrationGrouping>()).SampleAsync(
        async (scope, filter, by) =>
        {
            var expected = data.Expected(scope, filter, default, false)
                .GroupBy(i => by switch
                {
                    IntegrationGrouping.Customer => i.EndUser.OrganizationName.ToLowerInvariant(),
                    IntegrationGrouping.Tool => i.Tool,
                    IntegrationGrouping.Status => i.Evaluation.Status.Word(),
                    _ => i.Environment.ToString().ToLowerInvariant(),
                })
                .Select(group => (group.Key, Count: group.Count(), Attention: group.Count(i => i.Evaluation.Status.NeedsAttention())))
                .ToList();

            var groups = await _store.Groups.ListAsync(scope, filter, by);

            Assert.Equal(
                expected.OrderBy(group => group.Key, StringComparer.Ordinal),
                groups.Select(group => (group.Key, group.Count, group.Attention)).OrderBy(group => group.Key, StringComparer.Ordinal));
            if (by is IntegrationGrouping.Customer or IntegrationGrouping.Tool)
            {
                Assert.Equal(groups.Select(group => group.Attention).OrderDescending(), groups.Select(group => group.Attention));
            }

            Assert.All(groups, group => Assert.Equal(group.Key, by == IntegrationGrouping.Customer ? group.Name.ToLowerInvariant() : group.Name));
        },
        iter: 80,
        threads: 2);

    [Fact]
    public Task A_selection_is_what_the_list_shows_on_all_its_pages() => Gen.Select(Scopes, Filters, Gen.Enum<IntegrationSort>(), Gen.Bool).SampleAsync(
        async (scope, filter, sort, descending) =>
        {
            var expected = data.Expected(scope, filter, sort, descending).ConvertAll(i => i.Id);
            var ids = new List<string>();
            await foreach (var item in _store.Selections.AllAsync(scope, filter, sort, descending))
            {
                ids.Add(item.Id);
            }

            Assert.Equal(expected, ids);
            Assert.Equal(expected.Count, await _store.Selections.CountAsync(scope, filter));
            var found = await _store.Selections.FindAsync(scope, [.. Enumerable.Reverse(ids), "nobody:000000000000000000000000"]);
            Assert.Equal(Enumerable.Reverse(ids), found.Select(item => item.Id));
        },
        iter: 30,
        threads: 2);

    [Fact]
    public async Task Nobody_finds_what_is_in_another_workspace()
    {
        var others = _store.Rows($"SELECT Id FROM Integrations WHERE WorkspaceId <> {_store.Workspace.WorkspaceId}");

        Assert.Empty(await _store.Selections.FindAsync(_store.Workspace, others));
        Assert.Empty(await _store.Selections.SharesAsync(_store.Workspace, others, DateOnly.MinValue));
    }

    [Fact]
    public async Task The_share_of_successes_is_that_of_all_syncs_of_the_days()
    {
        await using var store = await TestStore.CreateAsync();
        var integration = await store.AddAsync();
        var silent = await store.AddAsync();
        var today = DateOnly.FromDateTime(store.Now.UtcDateTime);
        foreach (var (day, state) in ((int, SyncState)[])[(9, SyncState.Failed), (3, SyncState.Succeeded), (3, SyncState.PartiallyFailed), (1, SyncState.Cancelled), (0, SyncState.Succeeded)])
        {
            await store.FinishAsync(integration, $"{day}{state}", state, store.Now.AddDays(-day));
        }

        var shares = await store.Selections.SharesAsync(store.Workspace, [integration.Id, silent.Id], today.AddDays(-3));

        Assert.Equal(new SyncShare(2, 3), Assert.Single(shares).Value);
    }

    [Fact]
    public async Task Tools_are_those_of_the_scope()
    {
        foreach (var scope in new[] { _store.Workspace, _store.Production, _store.Development })
        {
            var expected = data.All(scope).Select(i => i.Tool).Distinct().Order(StringComparer.Ordinal);
            Assert.Equal(expected, await _store.Integrations.ToolsAsync(scope));
        }
    }

    // The lists above are compared with everything; this says that there are all kinds of things to compare.
    [Fact]
    public async Task The_data_has_every_status_and_another_workspace()
    {
        Assert.Equal(Enum.GetValues<IntegrationStatus>(), data.All(_store.Workspace).Select(i => i.Evaluation.Status).Distinct().Order());
        Assert.Equal(["50"], _store.Rows($"SELECT COUNT(*) FROM Integrations WHERE WorkspaceId <> {_store.Workspace.WorkspaceId}"));
        var page = await _store.Integrations.ListAsync(_store.Workspace, new(), default, size: 1000);
        Assert.Equal(data.All(_store.Workspace).Count(), page.Items.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("YWJj")]
    [InlineData("YQBiAGM")]
    [InlineData("a")]
    [InlineData("%00")]
    public void Garbage_is_no_cursor(string? text) => Assert.Null(Cursor.Parse(text));

    [Fact]
    public async Task A_cursor_of_another_order_is_none()
    {
        var byName = await _store.Integrations.ListAsync(_store.Workspace, new(), IntegrationSort.Name, size: 5);
        var first = await _store.Integrations.ListAsync(_store.Workspace, new(), IntegrationSort.Attention, size: 5);

        var page = await _store.Integrations.ListAsync(_store.Workspace, new(), IntegrationSort.Attention, from: byName.Next, size: 5);

        Assert.Equal(first.Items.Select(i => i.Id), page.Items.Select(i => i.Id));
        Assert.Null(page.Previous);
    }

    [Fact]
    public async Task A_list_shows_the_status_at_the_time_of_asking()
    {
        await using var store = await TestStore.CreateAsync();
        await store.AddAsync(store.Development);
        store.Time.Advance(StatusRules.Default.IdleLimit);

        var page = await store.Integrations.ListAsync(store.Workspace, new(), default);

        Assert.Equal(IntegrationStatus.Inactive, Assert.Single(page.Items).Evaluation.Status);
    }
}
