using AngleSharp.Dom;
using Bunit;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Layout;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class BellTests : VisitedComponentTest
{
    private IRenderedComponent<Bell> _bell = null!;

    private IElement Button => _bell.Find(".bell-button");

    [Fact]
    public async Task Who_was_never_here_has_missed_nothing()
    {
        await SwitchAsync(Theirs, Id);
        await VisitAsync();

        Count("Changes since your last visit");
        Assert.Empty(_bell.FindAll(".count"));
        await Button.ClickAsync(new());
        Assert.Contains("Nothing has changed since your last visit", _bell.Find(".menu-list").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changes_while_one_looks_is_counted_as_it_comes()
    {
        await VisitAsync();
        await SwitchAsync(Theirs, Id);
        Count("1 change since your last visit");

        await SwitchAsync(Theirs, await AddAsync("Globex"));
        Count("2 changes since your last visit");
        Assert.Equal("2", _bell.Find(".count").TextContent);
    }

    [Fact]
    public async Task What_changed_between_two_visits_is_listed_and_then_seen()
    {
        await VisitAsync();
        await LeaveAsync();
        var globex = await AddAsync("Globex");
        await SwitchAsync(Theirs, Id);
        Clock.Advance(TimeSpan.FromMinutes(5));
        await SwitchAsync(Theirs, globex);
        Clock.Advance(TimeSpan.FromMinutes(5));

        _bell = Render<Bell>();
        Count("2 changes since your last visit");
        await Button.ClickAsync(new());

        Count("Changes since your last visit");
        Assert.Equal("true", Button.GetAttribute("aria-expanded"));
        Assert.Equal(["Globex Personio", "Acme Sandbox HR"], Names());
        Assert.Equal(2, _bell.FindAll(".dot[data-new]").Count);
        var line = _bell.Find("a.line");
        Assert.Equal(Links.Integration(globex), line.GetAttribute("href"));
        Assert.NotNull(line.QuerySelector("[data-status=inactive]"));
        Assert.Contains("was Active", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("5 minutes ago", line.TextContent, StringComparison.Ordinal);

        await LeaveAsync();
        _bell = Render<Bell>();
        Count("Changes since your last visit");
    }

    [Fact]
    public async Task The_list_stays_as_it_is_while_it_is_open_and_shows_what_is_new_when_it_is_opened_again()
    {
        await VisitAsync();
        await SwitchAsync(Theirs, Id);
        Count("1 change since your last visit");
        await Button.ClickAsync(new());

        await SwitchAsync(Theirs, await AddAsync("Globex"));
        Count("1 change since your last visit");
        Assert.Equal(["Acme Sandbox HR"], Names());

        await Button.ClickAsync(new());
        Assert.Empty(_bell.FindAll(".menu-list"));
        await Button.ClickAsync(new());
        Assert.Equal(["Globex Personio", "Acme Sandbox HR"], Names());
        Assert.Equal([true, false], _bell.FindAll(".dot").Select(dot => dot.HasAttribute("data-new")));
    }

    [Fact]
    public async Task What_the_viewer_did_themselves_is_not_counted()
    {
        await VisitAsync();
        var globex = await AddAsync("Globex");

        await SwitchAsync(Mine, Id);
        await SwitchAsync(Theirs, globex);

        Count("1 change since your last visit");
        await Button.ClickAsync(new());
        Assert.Equal(["Globex Personio"], Names());
    }

    [Fact]
    public async Task What_was_deleted_is_shown_and_leads_nowhere()
    {
        await VisitAsync();
        await SwitchAsync(Theirs, Id);
        await Ledger.RecordAsync(Theirs, Id, new Status.Deleted(Clock.GetUtcNow()), Cancel);
        Count("1 change since your last visit");

        await Button.ClickAsync(new());

        Assert.NotNull(_bell.Find("div.line [data-status=deleted]"));
        Assert.Empty(_bell.FindAll("a.line"));
    }

    [Fact]
    public async Task Escape_closes_it()
    {
        await VisitAsync();
        await Button.ClickAsync(new());

        await _bell.Find(".bell").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" });

        Assert.Empty(_bell.FindAll(".menu-list"));
        Assert.Equal("false", Button.GetAttribute("aria-expanded"));
    }

    private async Task VisitAsync()
    {
        await SignInAsync();
        _bell = Render<Bell>();
        Count("Changes since your last visit");
        var person = Seen.By!.PersonId!.Value;
        var mark = Services.GetRequiredService<NoticeQueries>();
        while (await mark.LastSeenAsync(person, Seen.WorkspaceId, Cancel) is null)
        {
            await Task.Yield();
        }
    }

    private async Task LeaveAsync() => await DisposeComponentsAsync();

    private List<string> Names() => [.. _bell.FindAll(".name").Select(name => name.TextContent)];

    // The bell asks once a second at the most.
    private void Count(string label)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        _bell.WaitForAssertion(() => Assert.Equal(label, Button.GetAttribute("aria-label")), TimeSpan.FromSeconds(20));
    }
}
