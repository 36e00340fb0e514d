using Bunit;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Components.Overview;
using IntegrationsDashboard.Web.Components.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Web.Tests.Components;

/// <summary>What the overview says.</summary>
public sealed class OverviewComponentsTests : VisitedComponentTest
{
    private static OverviewState State => OverviewState.Parse("production", null);

    [Theory]
    [InlineData(null, null, null, 30)]
    [InlineData("development", 90, EnvironmentKind.Development, 90)]
    [InlineData("Production", 7, EnvironmentKind.Production, 30)]
    [InlineData("7", -1, null, 30)]
    [InlineData("nowhere", 30, null, 30)]
    public void Its_address_says_what_it_shows(string? environment, int? days, EnvironmentKind? kind, int shown) =>
        Assert.Equal(new OverviewState(kind, shown), OverviewState.Parse(environment, days));

    [Fact]
    public void Each_status_that_occurs_leads_to_its_list()
    {
        var counts = new Dictionary<IntegrationStatus, int> { [IntegrationStatus.Active] = 1_200, [IntegrationStatus.SyncFailing] = 3, [IntegrationStatus.Setup] = 0 };

        var tiles = Render<StatusTiles>(p => p.Add(t => t.State, State).Add(t => t.Counts, counts));

        Assert.Equal(
            ["/integrations?status=sync-failing&environment=production", "/integrations?status=active&environment=production"],
            tiles.FindAll("a").Select(tile => tile.GetAttribute("href")));
        Assert.Equal(["3", "1,200"], tiles.FindAll(".count").Select(count => count.TextContent));
    }

    [Fact]
    public async Task An_incident_is_one_row_with_its_customers_and_what_all_of_them_say()
    {
        var names = new[] { "Globex", "Hooli", "Initech", "Initech" };
        foreach (var (name, seconds) in names.Select((name, at) => (name, at)))
        {
            await FailAsync(await ConnectAsync(name), $"No answer after 3{seconds} s.", TimeSpan.FromHours(5) - TimeSpan.FromMinutes(seconds));
        }

        var rows = Render<Incidents>(p => p.Add(i => i.State, State).Add(i => i.Ailing, Ailing()));

        var row = Assert.Single(rows.FindAll(".incident"));
        Assert.Equal("Personio: syncs fail", row.QuerySelector("h3")!.TextContent);
        Assert.Contains("4 integrations, customers: 3", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("No answer after 33 s.", row.QuerySelector("blockquote")!.TextContent);
        Assert.Equal(names, row.QuerySelectorAll(".names a").Select(link => link.TextContent));
        Assert.Equal("/integrations?status=sync-failing&tool=personio&environment=production", row.QuerySelector("h3 a")!.GetAttribute("href"));
        Assert.Contains("Nothing else needs attention.", Render<Attention>(p => p
            .Add(a => a.State, State).Add(a => a.Ailing, Ailing()).Add(a => a.Counts, new Dictionary<IntegrationStatus, int>())).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_that_differ_are_not_said_for_all()
    {
        foreach (var message in new[] { "No answer.", "No answer.", "The password expired." })
        {
            await FailAsync(await ConnectAsync("Globex"), message, TimeSpan.FromHours(5));
        }

        var rows = Render<Incidents>(p => p.Add(i => i.State, State).Add(i => i.Ailing, Ailing()));

        Assert.Single(rows.FindAll(".incident"));
        Assert.Empty(rows.FindAll("blockquote"));
    }

    [Fact]
    public async Task What_turned_the_same_way_is_one_line_and_the_others_lead_to_themselves()
    {
        foreach (var name in new[] { "Globex", "Hooli", "Initech" })
        {
            await FailAsync(await ConnectAsync(name), "No answer.", TimeSpan.FromHours(5));
        }

        await SwitchAsync(Theirs, Id);
        var turns = await Services.GetRequiredService<OverviewQueries>().TurnsAsync(Seen, null, Now.AddHours(-24), 100, Cancel);

        var panel = Render<LastTurns>(p => p.Add(l => l.State, State).Add(l => l.Turns, turns));

        Assert.Equal(["Worse", "Other"], panel.FindAll(".kind").Select(kind => kind.GetAttribute("data-kind")));
        Assert.Equal(["Personio: 3 integrations", "Acme – Sandbox HR"], panel.FindAll(".name").Select(name => name.TextContent));
        Assert.Equal(
            ["/integrations?status=sync-failing&tool=personio&environment=production&sort=since", $"/integrations/{Id}"],
            panel.FindAll(".kind a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["before: Active", "before: Active"], panel.FindAll(".turn .muted").Select(before => before.TextContent));
    }

    [Fact]
    public void Rates_say_how_they_moved_where_there_is_something_to_compare_with()
    {
        var now = new TallySum(9, 0, 1, 0, 100_000, 5);
        var before = new TallySum(8, 0, 2, 0, 200_000, 5);

        Assert.Equal("+10.0", Rates.RateTrend(now, before));
        Assert.Equal("−50%", Rates.DurationTrend(now, before));
        Assert.Null(Rates.RateTrend(now, TallySum.None));
        Assert.Null(Rates.DurationTrend(TallySum.None, before));
    }

    [Fact]
    public void The_period_is_chosen_in_the_address()
    {
        var state = OverviewState.Parse("production", 90);

        var choices = Render<PeriodSwitch>(p => p.Add(s => s.Days, 90).Add(s => s.Address, days => (state with { Days = days }).Address)).FindAll("a");

        Assert.Equal(["30 days", "90 days"], choices.Select(choice => choice.TextContent));
        Assert.Equal([null, "true"], choices.Select(choice => choice.GetAttribute("aria-current")));
        Assert.Equal(["/overview?environment=production", "/overview?environment=production&days=90"], choices.Select(choice => choice.GetAttribute("href")));
        Assert.Equal(
            ["/overview?days=90", "/overview?environment=production&days=90", "/overview?environment=development&days=90"],
            Render<EnvironmentSwitch>(p => p.Add(s => s.State, state)).FindAll("a").Select(choice => choice.GetAttribute("href")));
    }

    [Fact]
    public async Task Syncs_that_are_not_there_are_refused_by_name()
    {
        await SignInAsync();
        await FailAsync(Id, "No answer.", TimeSpan.FromHours(1));
        var navigation = Services.GetRequiredService<Bunit.TestDoubles.BunitNavigationManager>();

        navigation.NavigateTo(Links.Compare(Id, Good, "nothing"));
        var page = Render<Web.Components.Insights.ComparePage>(p => p.Add(c => c.Id, Id));
        page.WaitForAssertion(() => Assert.Equal("There is no sync nothing here", page.Find(".empty-state h2").TextContent));

        navigation.NavigateTo(Links.Compare(Id, Good, Good));
        page.WaitForAssertion(() => Assert.Equal("Two different syncs are needed", page.Find(".empty-state h2").TextContent));

        navigation.NavigateTo(Links.Compare(Id, Good, Bad));
        page.WaitForAssertion(() => Assert.Equal([Good, Bad], page.FindAll(".comparison thead a").Select(link => link.TextContent)));
    }

    private string Good => $"good-{Id}".Replace(':', '-');

    private string Bad => $"bad-{Id}".Replace(':', '-');

    private AilingView Ailing() => Services.GetRequiredService<OverviewQueries>().AilingAsync(Seen, null, 10, Cancel).GetAwaiter().GetResult();

    // Long enough ago that it worked before it failed.
    private async Task<string> ConnectAsync(string organization) => (await Ledger.CreateIntegrationAsync(
        Scope,
        new NewIntegration
        {
            Tool = "personio",
            Category = Category.Hris,
            EndUser = new EndUser { OrganizationName = organization },
            CreatedAt = Now.AddDays(-3),
        },
        Cancel)).Id;

    private async Task FailAsync(string id, string message, TimeSpan ago)
    {
        await Ledger.RecordSyncAsync(Scope, Report(id, $"good-{id}", SyncState.Succeeded, Now.AddDays(-2), null), Cancel);
        await Ledger.RecordSyncAsync(Scope, Report(id, $"bad-{id}", SyncState.Failed, Now - ago, message), Cancel);
    }

    private static SyncReport Report(string id, string sync, SyncState state, DateTimeOffset end, string? error) => new()
    {
        SyncId = sync.Replace(':', '-'),
        IntegrationId = id,
        State = state,
        StartedAt = end.AddMinutes(-5),
        EndedAt = end,
        Error = error,
    };
}
