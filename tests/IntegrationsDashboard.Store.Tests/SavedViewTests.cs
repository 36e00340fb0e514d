using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>Views of the list belong to one person in one workspace.</summary>
public sealed class SavedViewTests : StoreTest
{
    private WorkspaceScope _ada;
    private WorkspaceScope _grace;

    [Fact]
    public async Task Views_are_listed_by_name_to_whom_they_belong_and_nobody_else()
    {
        await SaveAsync(_ada, "Setup", "status=setup");
        await SaveAsync(_ada, "Failing", "status=sync-failing");
        await SaveAsync(_grace, "Setup", "tool=personio");
        var elsewhere = await Store.AddWorkspaceAsync();

        Assert.Equal(["Failing: status=sync-failing", "Setup: status=setup"], await ListAsync(_ada));
        Assert.Equal(["Setup: tool=personio"], await ListAsync(_grace));
        Assert.Empty(await ListAsync(elsewhere with { By = _ada.By }));
        Assert.Empty(await ListAsync(Store.Workspace));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    [InlineData("sixty-one characters long, which is one more than there may be")]
    [InlineData("setup")]
    public async Task A_name_that_cannot_be_is_refused_and_changes_nothing(string name)
    {
        await SaveAsync(_ada, "Setup", "status=setup");
        var other = await SaveAsync(_ada, "Other", "tool=personio");
        var before = Store.Dump();

        Assert.Equal("name", (await Assert.ThrowsAsync<RefusedReportException>(() => SaveAsync(_ada, name, "x=1"))).Field);
        Assert.Equal("name", (await Assert.ThrowsAsync<RefusedReportException>(() => RenameAsync(other.Id, name))).Field);
        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task A_name_is_kept_without_the_blanks_around_it_and_its_case_can_be_changed()
    {
        var view = await SaveAsync(_ada, "  setup ", "status=setup");
        await RenameAsync(view.Id, "Setup");

        Assert.Equal(["Setup: status=setup"], await ListAsync(_ada));
    }

    [Fact]
    public async Task Saving_in_the_place_of_a_view_keeps_its_number_and_whether_the_list_opens_with_it()
    {
        var view = await SaveAsync(_ada, "Setup", "status=setup");
        await SetDefaultAsync(view.Id);
        var replaced = await Store.Ledger.WriteAsync(s => s.SaveViewAsync(_ada, new NewView("SETUP", "?status=active") { Replaces = true }));

        Assert.Equal(view.Id, replaced.Id);
        Assert.Equal(["Setup: status=active (default)"], await ListAsync(_ada));
    }

    [Fact]
    public async Task The_list_opens_with_one_view_at_the_most()
    {
        var first = await SaveAsync(_ada, "First", "status=setup");
        var second = await SaveAsync(_ada, "Second", "status=active");
        await SetDefaultAsync(first.Id);
        await SetDefaultAsync(second.Id);
        Assert.Equal(["First: status=setup", "Second: status=active (default)"], await ListAsync(_ada));

        await SetDefaultAsync(null);
        Assert.Equal(["First: status=setup", "Second: status=active"], await ListAsync(_ada));
    }

    [Fact]
    public async Task What_was_deleted_can_be_saved_again_as_it_was()
    {
        var view = await SaveAsync(_ada, "Setup", "status=setup");
        await SetDefaultAsync(view.Id);
        var deleted = await Store.Ledger.WriteAsync(s => s.DeleteViewAsync(_ada, view.Id));
        Assert.Empty(await ListAsync(_ada));

        await Store.Ledger.WriteAsync(s => s.SaveViewAsync(_ada, deleted));
        Assert.Equal(["Setup: status=setup (default)"], await ListAsync(_ada));
    }

    [Fact]
    public async Task Nobody_touches_the_views_of_another()
    {
        var view = await SaveAsync(_ada, "Setup", "status=setup");
        var before = Store.Dump();

        await Assert.ThrowsAsync<UnknownIdException>(() => Store.Ledger.WriteAsync(s => s.DeleteViewAsync(_grace, view.Id)));
        await Assert.ThrowsAsync<UnknownIdException>(() => Store.Ledger.WriteAsync(s => s.RenameViewAsync(_grace, view.Id, "Mine")));
        await Assert.ThrowsAsync<UnknownIdException>(() => Store.Ledger.WriteAsync(s => s.SetDefaultViewAsync(_grace, view.Id)));
        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task There_are_fifty_at_the_most_and_a_query_has_an_end()
    {
        for (var number = 1; number <= NewView.MostPerPerson; number++)
        {
            await SaveAsync(_ada, $"View {number}", $"q={number}");
        }

        Assert.Contains("50", (await Assert.ThrowsAsync<RefusedReportException>(() => SaveAsync(_ada, "One more", "q=51"))).Problem, StringComparison.Ordinal);
        Assert.Equal("query", (await Assert.ThrowsAsync<RefusedReportException>(() => SaveAsync(_grace, "Long", new string('q', 2001)))).Field);
        await Store.Ledger.WriteAsync(s => s.SaveViewAsync(_ada, new NewView("View 7", "q=8") { Replaces = true }));
    }

    protected override async Task PrepareAsync()
    {
        _ada = Store.Workspace with { By = TestStore.By(await Store.AddMemberAsync("Ada", Role.Viewer), Rights.Read) };
        _grace = Store.Workspace with { By = TestStore.By(await Store.AddMemberAsync("Grace", Role.Viewer), Rights.Read) };
    }

    private Task<SavedView> SaveAsync(WorkspaceScope scope, string name, string query) =>
        Store.Ledger.WriteAsync(session => session.SaveViewAsync(scope, new NewView(name, query)));

    private Task RenameAsync(int id, string name) => Store.Ledger.WriteAsync(session => session.RenameViewAsync(_ada, id, name));

    private Task SetDefaultAsync(int? id) => Store.Ledger.WriteAsync(session => session.SetDefaultViewAsync(_ada, id));

    private async Task<IEnumerable<string>> ListAsync(WorkspaceScope scope) =>
        (await Store.Views.ListAsync(scope)).Select(view => $"{view.Name}: {view.Query}{(view.IsDefault ? " (default)" : "")}");
}
