using Bunit;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Web.Components.Connect;

namespace IntegrationsDashboard.Web.Tests.Components;

/// <summary>Choosing what is synced, with counts that say what comes of it.</summary>
public sealed class FilterFormTests : ComponentTest
{
    private static readonly ModelDescription[] Models =
    [
        new("employees", "Employees", ["id", "department"], ["department"]),
        new("groups", "Groups", ["id"], []),
    ];

    private static readonly Facet[] Facets =
    [
        Of("employees", "Sales", 20),
        Of("employees", "Research", 100),
        new("groups", new Dictionary<string, IReadOnlyList<string>>(), 7),
    ];

    private readonly List<SyncFilters> _submitted = [];

    [Fact]
    public async Task The_counts_say_what_would_be_synced()
    {
        var form = RenderForm();
        Assert.Equal(["120 of 120 would be synced", "7 of 7 would be synced"], Counts(form));

        await SwitchAsync(form, "Sales", true);
        Assert.Equal(["20 of 120 would be synced", "7 of 7 would be synced"], Counts(form));

        await SwitchAsync(form, "Research", true);
        Assert.Equal("120 of 120 would be synced", Counts(form)[0]);

        await SwitchAsync(form, "Sales", false);
        Assert.Equal("100 of 120 would be synced", Counts(form)[0]);

        await SwitchAsync(form, "Groups", false);
        Assert.Equal(["100 of 120 would be synced", "0 of 7 would be synced"], Counts(form));

        await form.Find("form").SubmitAsync();
        var filters = Assert.Single(_submitted);
        Assert.Equal(["groups"], filters.ExcludedModels);
        var field = Assert.Single(filters.Fields);
        Assert.Equal(("employees", "department"), (field.Model, field.Field));
        Assert.Equal(["Research"], field.Values);
    }

    [Fact]
    public async Task At_least_one_kind_of_data_has_to_be_chosen()
    {
        var form = RenderForm();
        await SwitchAsync(form, "Employees", false);
        await SwitchAsync(form, "Groups", false);

        await form.Find("form").SubmitAsync();

        Assert.Equal("Choose at least one kind of data to sync.", form.Find("[role=alert]").TextContent);
        Assert.Empty(_submitted);

        await SwitchAsync(form, "Groups", true);
        await form.Find("form").SubmitAsync();
        Assert.Equal("", form.Find("[role=alert]").TextContent);
        Assert.Equal(["employees"], Assert.Single(_submitted).ExcludedModels);
    }

    [Fact]
    public async Task A_kind_of_data_that_the_tool_no_longer_has_does_not_count_as_a_choice()
    {
        var form = RenderForm(new SyncFilters(["gone", "employees"], []));

        await form.Find("form").SubmitAsync();

        Assert.Equal(["employees"], Assert.Single(_submitted).ExcludedModels);
    }

    [Fact]
    public async Task A_chosen_value_that_nobody_has_any_more_can_be_taken_back()
    {
        var form = RenderForm(new SyncFilters([], [new FieldFilter("employees", "department", ["Closed"])]));
        Assert.Equal("0 of 120 would be synced", Counts(form)[0]);

        await SwitchAsync(form, "Closed", false);

        Assert.Equal("120 of 120 would be synced", Counts(form)[0]);
        await form.Find("form").SubmitAsync();
        Assert.Empty(Assert.Single(_submitted).Fields);
    }

    [Fact]
    public async Task A_link_that_was_used_meanwhile_is_explained()
    {
        var form = RenderForm(submit: _ => throw new LinkClosedException());

        await form.Find("form").SubmitAsync();

        Assert.StartsWith("This is no longer possible:", form.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.False(form.Find("button[type=submit]").HasAttribute("disabled"));
    }

    private static Facet Of(string model, string department, long count) =>
        new(model, new Dictionary<string, IReadOnlyList<string>> { ["department"] = [department] }, count);

    private static string[] Counts(IRenderedComponent<FilterForm> form) =>
        [.. form.FindAll(".count").Select(count => count.TextContent)];

    private static Task SwitchAsync(IRenderedComponent<FilterForm> form, string label, bool on) => form
        .FindAll("label.mud-checkbox")
        .Single(box => box.TextContent.Trim().Split(' ', '\n')[0].StartsWith(label, StringComparison.Ordinal))
        .QuerySelector("input")!
        .ChangeAsync(on);

    private IRenderedComponent<FilterForm> RenderForm(SyncFilters? filters = null, Func<SyncFilters, Task<string?>>? submit = null) =>
        Render<FilterForm>(form => form
            .Add(f => f.Models, Models)
            .Add(f => f.Facets, Facets)
            .Add(f => f.Filters, filters ?? SyncFilters.None)
            .Add(f => f.SubmitLabel, "Save")
            .Add(f => f.Submit, submit ?? (given =>
            {
                _submitted.Add(given);
                return Task.FromResult<string?>(null);
            })));
}
