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
        select new IntegrationFilter { Statuses = statuses, Category = category, Tool = tool, Environment = environment, Text = text };

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
