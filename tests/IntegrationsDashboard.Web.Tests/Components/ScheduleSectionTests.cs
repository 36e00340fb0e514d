using Bunit;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Web.Components.Settings;
using MudBlazor;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class ScheduleSectionTests : ConnectedComponentTest
{
    [Fact]
    public async Task Saving_moves_forward_what_would_be_due_too_late_and_says_so()
    {
        await PlanAsync(Now.AddHours(9), Now.AddHours(2));
        var section = await RenderAsync();
        Assert.Contains("2 hours from now", section.Markup, StringComparison.Ordinal);

        Fill(section, "4.5", "0.5");
        await SaveAsync(section);

        var connection = await ConnectionAsync();
        Assert.Equal((TimeSpan.FromHours(4.5), TimeSpan.FromMinutes(30)), (connection.FullEvery, connection.DeltaEvery!.Value));
        Assert.Equal(
            [(SyncType.Full, Now.AddHours(4.5)), (SyncType.Delta, Now.AddMinutes(30))],
            connection.Jobs.Select(job => (job.Type, job.DueAt!.Value)));
        Assert.Equal(
            "Saved. Everything is read every 4 hours, 30 minutes, changes every 30 minutes.", section.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task What_was_saved_can_be_undone()
    {
        await PlanAsync(Now.AddHours(9), Now.AddHours(2));
        var said = Render<MudSnackbarProvider>();
        var section = await RenderAsync();
        Fill(section, "24", "12");
        await SaveAsync(section);
        Assert.Equal(TimeSpan.FromHours(24), (await ConnectionAsync()).FullEvery);

        await said.FindAll("button").Single(button => button.TextContent.Contains("Undo", StringComparison.Ordinal)).ClickAsync(new());

        var connection = await ConnectionAsync();
        Assert.Equal((TimeSpan.FromHours(10), TimeSpan.FromHours(3)), (connection.FullEvery, connection.DeltaEvery!.Value));
    }

    [Theory]
    [InlineData("0.1", 0.25)]
    [InlineData("1000", 168)]
    public async Task Beyond_the_limits_the_nearest_allowed_is_taken(string typed, double expected)
    {
        var section = await RenderAsync();

        Fill(section, typed, "3");
        await SaveAsync(section);

        Assert.Equal(TimeSpan.FromHours(expected), (await ConnectionAsync()).FullEvery);
    }

    [Fact]
    public async Task An_empty_field_changes_nothing_and_says_why()
    {
        var section = await RenderAsync();

        Fill(section, "", "1");
        await SaveAsync(section);

        Assert.StartsWith("Between a quarter of an hour and 168 hours", section.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromHours(3), (await ConnectionAsync()).DeltaEvery);
    }

    [Fact]
    public async Task What_is_being_typed_outlives_a_change_of_something_else()
    {
        await PlanAsync(Now.AddHours(9), null);
        var section = await RenderAsync();
        Fill(section, "20", "3");
        await PlanAsync(Now.AddHours(5), null);

        var connection = await ConnectionAsync();
        section.Render(p => p.Add(s => s.Connection, connection));

        Assert.Equal("20", section.FindAll("input")[0].GetAttribute("value"));
        Assert.Contains("5 hours from now", section.Markup, StringComparison.Ordinal);
    }

    private static void Fill(IRenderedComponent<ScheduleSection> section, string full, string delta)
    {
        section.FindAll("input")[0].Change(full);
        section.FindAll("input")[1].Change(delta);
    }

    private static Task SaveAsync(IRenderedComponent<ScheduleSection> section) =>
        section.FindAll("button").Single(button => button.TextContent.Contains("Save", StringComparison.Ordinal)).ClickAsync(new());

    private async Task<IRenderedComponent<ScheduleSection>> RenderAsync()
    {
        var (item, connection) = (await ItemAsync(), await ConnectionAsync());
        Render<MudPopoverProvider>();
        return Render<ScheduleSection>(p => p.Add(s => s.Item, item).Add(s => s.Connection, connection).Add(s => s.Scope, Scope));
    }
}
