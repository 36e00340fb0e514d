using Bunit;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Shared;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class ChangeToastsTests : VisitedComponentTest
{
    private IRenderedComponent<MudSnackbarProvider> _shown = null!;

    [Fact]
    public async Task What_somebody_else_does_to_what_is_on_the_page_is_told_and_leads_there()
    {
        await ShowAsync(Id);

        await SwitchAsync(Theirs, Id);
        Assert.Empty(Toasts());
        Pass("Acme · Sandbox HR: Inactive");

        Assert.Equal("inactive", _shown.Find(".change").GetAttribute("data-status"));
        Assert.Equal(Links.Integration(Id), _shown.Find(".change a").GetAttribute("href"));
    }

    [Fact]
    public async Task What_the_viewer_does_themselves_is_not_told()
    {
        var other = await AddAsync("Globex");
        await ShowAsync(Id, other);

        await SwitchAsync(Mine, Id);
        await SwitchAsync(Theirs, other);
        Pass("Globex · Personio: Inactive");
    }

    [Fact]
    public async Task What_is_not_on_the_page_is_not_told()
    {
        var other = await AddAsync("Globex");
        await ShowAsync(Id);

        await SwitchAsync(Theirs, other);
        await SwitchAsync(Theirs, Id);
        Pass("Acme · Sandbox HR: Inactive");
    }

    [Fact]
    public async Task What_comes_back_at_once_is_not_told()
    {
        var other = await AddAsync("Globex");
        await ShowAsync(Id, other);

        await SwitchAsync(Theirs, Id);
        await SwitchAsync(Theirs, Id);
        await SwitchAsync(Theirs, other);
        Pass("Globex · Personio: Inactive");
    }

    [Fact]
    public async Task Ten_at_once_make_one_toast_that_grows_with_what_follows()
    {
        var ids = new List<string>();
        for (var number = 0; number < 12; number++)
        {
            ids.Add(await AddAsync($"Customer {number}"));
        }

        await ShowAsync([.. ids]);
        foreach (var id in ids.Take(10))
        {
            await SwitchAsync(Theirs, id);
        }

        Pass("10 integrations changed");

        foreach (var id in ids.Skip(10))
        {
            await SwitchAsync(Theirs, id);
        }

        Pass("12 integrations changed");
        Assert.Empty(_shown.FindAll(".change a"));
    }

    [Fact]
    public async Task A_toast_is_taken_away_by_hand_and_another_of_the_same_takes_its_place()
    {
        await ShowAsync(Id);
        await SwitchAsync(Theirs, Id);
        Pass("Acme · Sandbox HR: Inactive");
        await SwitchAsync(Theirs, Id);
        Pass("Acme · Sandbox HR: Active");

        await _shown.Find(".change .close").ClickAsync(new());

        _shown.WaitForAssertion(() => Assert.Empty(Toasts()));
    }

    private async Task ShowAsync(params string[] ids)
    {
        await SignInAsync();
        var queries = Services.GetRequiredService<IntegrationQueries>();
        var items = new List<IntegrationView>();
        foreach (var id in ids)
        {
            items.Add((await queries.FindAsync(Scope, id, Cancel))!);
        }

        _shown = Render<MudSnackbarProvider>();
        Render<ChangeToasts>(p => p.Add(c => c.Scope, Seen).Add(c => c.Items, items).Add(c => c.Leads, true));
    }

    // A second passes; then it is told, and nothing else is.
    private void Pass(string toast)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        _shown.WaitForAssertion(() => Assert.Equal([toast], Toasts()), TimeSpan.FromSeconds(20));
    }

    private List<string> Toasts() => [.. _shown.FindAll(".change .text").Select(text => text.TextContent)];
}
