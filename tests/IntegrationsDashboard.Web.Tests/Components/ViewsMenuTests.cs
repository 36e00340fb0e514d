using Bunit;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Components.Integrations;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class ViewsMenuTests : VisitedComponentTest
{
    [Fact]
    public async Task The_view_that_the_list_shows_is_marked_and_not_saved_twice()
    {
        await SignInAsync();
        await SaveAsync("Failing", "sort=name&status=sync-failing");
        await SaveAsync("Setup", "status=setup");

        var menu = await RenderAsync("status=sync-failing&sort=name");

        Assert.Equal("Failing", menu.Find("summary").TextContent.Trim());
        Assert.Equal("Failing", menu.Find("a[aria-current]").TextContent);
        Assert.Empty(menu.FindAll("form.save"));
        Assert.Equal("/integrations?view=all", menu.Find("a").GetAttribute("href"));
        Assert.Single((await RenderAsync("status=active")).FindAll("form.save"));
    }

    [Theory]
    [InlineData("  ", "A view needs a name.")]
    [InlineData("SETUP", "You have a view called “Setup” already.")]
    public async Task A_name_that_cannot_be_is_said_beside_the_field(string name, string problem)
    {
        await SignInAsync();
        await SaveAsync("Setup", "status=setup");
        var menu = await RenderAsync("tool=personio");

        await menu.Find("#view-name").ChangeAsync(new() { Value = name });
        await menu.Find("form.save").SubmitAsync();

        Assert.Contains(problem, menu.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Setup: status=setup"], await ViewsAsync());
    }

    [Fact]
    public async Task A_view_of_the_same_name_can_be_replaced()
    {
        await SignInAsync();
        await SaveAsync("Setup", "status=setup");
        var menu = await RenderAsync("tool=personio");
        await menu.Find("#view-name").ChangeAsync(new() { Value = "setup" });
        await menu.Find("form.save").SubmitAsync();

        await menu.Find("[role=alert] button").ClickAsync(new());

        Assert.Equal(["Setup: tool=personio"], await ViewsAsync());
    }

    private Task<SavedView> SaveAsync(string name, string query) =>
        Ledger.WriteAsync(session => session.SaveViewAsync(Mine, new NewView(name, query), Cancel), ct: Cancel);

    private async Task<IEnumerable<string>> ViewsAsync() =>
        (await Services.GetRequiredService<ViewQueries>().ListAsync(Mine, Cancel)).Select(view => $"{view.Name}: {view.Query}");

    private async Task<IRenderedComponent<ViewsMenu>> RenderAsync(string query)
    {
        var views = await Services.GetRequiredService<ViewQueries>().ListAsync(Mine, Cancel);
        return Render<ViewsMenu>(p => p.Add(m => m.State, ListState.Parse(query)).Add(m => m.Views, views).Add(m => m.Scope, Mine));
    }
}
