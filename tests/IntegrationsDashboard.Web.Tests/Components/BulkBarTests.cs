using AngleSharp.Dom;
using Bunit;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Bulk;
using IntegrationsDashboard.Web.Components.Integrations;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class BulkBarTests : VisitedComponentTest
{
    private readonly ListSelection _selection = new();

    [Fact]
    public async Task Nothing_is_offered_before_something_is_picked_and_a_viewer_takes_it_away_but_does_nothing_to_it()
    {
        await SignInAsync();
        var bar = Render(Scope with { By = new Initiator(new Actor(ActorKind.Person, "Vera"), Rights.Read, Guid.NewGuid()) });
        Assert.Empty(bar.FindAll(".bulk"));

        await bar.InvokeAsync(() => _selection.Replace([Id]));

        bar.WaitForAssertion(() => Assert.Equal(["Clear", "Export"], Buttons(bar)));
        Assert.Equal("1 selected", bar.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task Several_are_asked_for_before_they_are_switched_off_and_what_was_done_is_told_and_undone()
    {
        await SignInAsync();
        var (second, third) = (await AddAsync("Globex"), await AddAsync("Initech"));
        await SwitchAsync(Mine, third);
        var bar = Render(Mine);
        await bar.InvokeAsync(() => _selection.Replace([Id, second, third, "personio:000000000000000000000000"]));
        bar.WaitForAssertion(() => Assert.Contains("Deactivate", Buttons(bar)));

        await PressAsync(bar, "Deactivate");
        Assert.Contains("Deactivate 4 integrations?", bar.Find(".question").TextContent, StringComparison.Ordinal);
        Assert.Equal(IntegrationStatus.Active, await StatusAsync(second));
        await PressAsync(bar, "Deactivate");

        bar.WaitForAssertion(() => Assert.Contains("Deactivated: 2", bar.Markup, StringComparison.Ordinal));
        Assert.Equal(["1 · deleted, or gone meanwhile", "1 · inactive already"], bar.FindAll("summary").Select(summary => summary.TextContent));
        Assert.Equal(["/integrations/personio:000000000000000000000000", $"/integrations/{third}"], bar.FindAll("details a").Select(link => link.GetAttribute("href")));
        Assert.Equal(IntegrationStatus.Inactive, await StatusAsync(second));
        Assert.Empty(_selection.Ids);

        await PressAsync(bar, "Undo");
        bar.WaitForAssertion(() => Assert.Contains("Set back as before: 2", bar.Markup, StringComparison.Ordinal));
        Assert.Equal(
            [IntegrationStatus.Active, IntegrationStatus.Active, IntegrationStatus.Inactive],
            [await StatusAsync(Id), await StatusAsync(second), await StatusAsync(third)]);
        Assert.Equal(["Close"], Buttons(bar));
        await PressAsync(bar, "Close");
        Assert.Empty(bar.FindAll(".bulk"));
    }

    [Fact]
    public async Task All_that_match_can_be_picked_and_too_many_can_only_be_let_go()
    {
        await SignInAsync();
        await AddAsync("Globex");
        await AddAsync("Initech");
        var bar = Render(Mine);
        await bar.InvokeAsync(() => _selection.Replace([Id]));
        bar.WaitForAssertion(() => Assert.Contains("Select all 3 that match", Buttons(bar)));
        await PressAsync(bar, "Select all 3 that match");
        bar.WaitForAssertion(() => Assert.Contains("3 selected", bar.Markup, StringComparison.Ordinal));
        Assert.Contains(Id, _selection.Ids);

        await bar.InvokeAsync(() => _selection.Replace(Enumerable.Range(0, ListSelection.Most + 1).Select(number => $"i{number}")));
        bar.WaitForAssertion(() => Assert.Equal(["Clear"], Buttons(bar)));
        Assert.Equal("1,000 at once are the most. Let some go first.", bar.Find("[role=alert]").TextContent);
    }

    private static IEnumerable<string> Buttons(IRenderedComponent<BulkBar> bar) => bar.FindAll("button").Select(button => button.TextContent.Trim());

    private static Task PressAsync(IRenderedComponent<BulkBar> bar, string label) =>
        bar.FindAll("button").Single(button => button.TextContent.Trim() == label).ClickAsync(new());

    private IRenderedComponent<BulkBar> Render(WorkspaceScope scope) =>
        Render<BulkBar>(p => p.Add(b => b.Scope, scope).Add(b => b.State, new ListState()).Add(b => b.Selection, _selection));

    private async Task<IntegrationStatus> StatusAsync(string id) =>
        (await Services.GetRequiredService<IntegrationQueries>().FindAsync(Scope, id, Cancel))!.Evaluation.Status;
}
