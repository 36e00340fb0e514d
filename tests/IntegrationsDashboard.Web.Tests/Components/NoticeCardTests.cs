using Bunit;
using Bunit.TestDoubles;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Notifications;
using IntegrationsDashboard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace IntegrationsDashboard.Web.Tests.Components;

/// <summary>What somebody chooses to be told is what is kept.</summary>
public sealed class NoticeCardTests : ConnectedComponentTest
{
    private readonly Guid _person = Guid.NewGuid();

    private NoticeQueries Notices => Services.GetRequiredService<NoticeQueries>();

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_chosen_is_kept_when_it_is_saved_and_not_before()
    {
        var card = await CardAsync(RoleRights.Of(Role.Viewer));
        Assert.True(card.Find(".save").HasAttribute("disabled"));
        Assert.Equal(
            "You are told at once when an integration in production becomes Credentials Invalid, Authentication Failing or Sync Failing, "
            + "and once more when it has stayed well for 1 hour. Of Quality Assurance you are told when our engineers have resolved it.",
            Words(card));

        await ChangeAsync(card, "input[value=Daily]", true);
        await ChangeAsync(card, "input[name=SyncFailing]", false);
        await ChangeAsync(card, "input[name=QualityAssurance]", false);
        await ChangeAsync(card, "input[name=SyncHasWarnings]", true);
        await ChangeAsync(card, "input[name=Hris]", false);
        await ChangeAsync(card, "input[name=Development]", true);
        Assert.Equal(Cadence.AtOnce, (await ChoiceAsync()).Cadence);
        await card.Find(".save").ClickAsync(new());

        var kept = await ChoiceAsync();
        Assert.Equal(Cadence.Daily, kept.Cadence);
        Assert.Equal([IntegrationStatus.CredentialsInvalid, IntegrationStatus.AuthenticationFailing, IntegrationStatus.SyncHasWarnings], kept.Statuses);
        Assert.Equal([Category.Ats, Category.Assessment, Category.Lms], kept.Categories);
        Assert.Equal([EnvironmentKind.Production, EnvironmentKind.Development], kept.Environments);
        Assert.Equal("Saved. It holds from now on.", Assert.Single(Services.GetRequiredService<ISnackbar>().ShownSnackbars).Message);
        Assert.True(card.Find(".save").HasAttribute("disabled"));
        Assert.StartsWith("Once a day, at 07:00 UTC, you are told when an integration of the category ATS, Assessment or LMS has become", Words(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_chosen_and_taken_back_needs_no_saving()
    {
        var card = await CardAsync(RoleRights.Of(Role.Member));
        await ChangeAsync(card, "input[name=SyncFailing]", false);
        Assert.False(card.Find(".save").HasAttribute("disabled"));
        await ChangeAsync(card, "input[name=SyncFailing]", true);
        Assert.True(card.Find(".save").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_choice_that_tells_nothing_is_refused_beside_it_and_changes_nothing()
    {
        var card = await CardAsync(RoleRights.Of(Role.Member));
        await ChangeAsync(card, "input[name=Production]", false);
        Assert.StartsWith("This would tell nothing", Words(card), StringComparison.Ordinal);
        await card.Find(".save").ClickAsync(new());

        Assert.Equal("Choose at least one environment, or never to be told.", card.Find(".refusal").TextContent);
        Assert.Equal([EnvironmentKind.Production], (await ChoiceAsync()).Environments);
        await ChangeAsync(card, "input[name=Development]", true);
        Assert.Empty(card.Find(".refusal").TextContent);
    }

    [Fact]
    public async Task Never_hides_the_rest_and_keeps_it()
    {
        var card = await CardAsync(RoleRights.Of(Role.Member));
        await ChangeAsync(card, "input[name=SyncFailing]", false);
        await ChangeAsync(card, "input[value=Never]", true);
        Assert.Empty(card.FindAll("input[type=checkbox]"));
        Assert.Equal("You get no mails about this workspace.", Words(card));
        await card.Find(".save").ClickAsync(new());
        Assert.Equal(Cadence.Never, (await ChoiceAsync()).Cadence);

        await ChangeAsync(card, "input[value=AtOnce]", true);
        await card.Find(".save").ClickAsync(new());
        var kept = await ChoiceAsync();
        Assert.Equal(Cadence.AtOnce, kept.Cadence);
        Assert.DoesNotContain(IntegrationStatus.SyncFailing, kept.Statuses);
        Assert.Contains(IntegrationStatus.AuthenticationFailing, kept.Statuses);
    }

    [Fact]
    public async Task Whoever_may_not_see_the_workspace_any_more_changes_nothing()
    {
        var card = await CardAsync(Rights.None);
        await ChangeAsync(card, "input[value=Never]", true);
        await card.Find(".save").ClickAsync(new());
        Assert.Equal(Cadence.AtOnce, (await ChoiceAsync()).Cadence);
        Assert.False(card.Find(".save").HasAttribute("disabled"));
        Assert.Contains("Nothing was changed", Assert.Single(Services.GetRequiredService<ISnackbar>().ShownSnackbars).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operators_choose_how_soon_and_nothing_else()
    {
        await AddMemberAsync();
        var by = By(RoleRights.Operator);
        var card = Render<NoticeCard>(p => p
            .Add(c => c.Choice, NoticeChoice.Default)
            .Add(c => c.Audience, NoticeAudience.Operators)
            .Add(c => c.Name, "operator")
            .Add(c => c.Keep, choice => Ledger.WriteAsync(session => session.SetOperatorNoticesAsync(by, choice.Cadence))));
        Assert.Empty(card.FindAll("input[type=checkbox]"));
        Assert.Equal("You are told at once when an integration of any workspace waits for quality assurance.", Words(card));

        await ChangeAsync(card, "input[value=Daily]", true);
        await card.Find(".save").ClickAsync(new());

        Assert.Equal(Cadence.Daily, (await Notices.ChoiceAsync(_person, null, Ct)).Cadence);
        Assert.Equal(Cadence.AtOnce, (await ChoiceAsync()).Cadence);
    }

    [Fact]
    public async Task A_language_is_chosen_by_its_own_name_and_the_page_comes_in_it()
    {
        await AddMemberAsync();
        var card = Render<MailLanguage>(p => p.Add(c => c.By, By(Rights.None)));
        Assert.Contains("Until you choose", card.Markup, StringComparison.Ordinal);
        Assert.True(card.Find(".save").HasAttribute("disabled"));
        var select = card.FindComponent<MudSelect<string>>();
        Assert.Equal("Italiano", select.Instance.ToStringFunc!("it"));

        await card.InvokeAsync(() => select.Instance.ValueChanged.InvokeAsync("it"));
        await card.Find(".save").ClickAsync(new());

        Assert.Equal("it", await Notices.LanguageAsync(_person, Ct));

        // Asked for anew, as it is only then in that language.
        var navigation = Assert.IsType<BunitNavigationManager>(Services.GetRequiredService<NavigationManager>(), exactMatch: false);
        Assert.True(navigation.History.Single().Options.ForceLoad);
    }

    [Fact]
    public void The_list_says_what_was_told_and_what_became_of_it()
    {
        var list = Render<ToldNotices>(p => p.Add(l => l.Notices,
        [
            Told(1, NoticeKind.Broke, NoticeState.Pending, due: Now.AddHours(2)),
            Told(2, NoticeKind.Broke, NoticeState.Pending, due: Now),
            Told(3, NoticeKind.Healed, NoticeState.Told, ended: Now.AddHours(-1)),
            Told(4, NoticeKind.QualityAssuranceResolved, NoticeState.GivenUp, ended: Now.AddDays(-1)),
            Told(5, NoticeKind.Broke, NoticeState.Dropped, ended: Now.AddDays(-2)) with { Organization = "" },
        ]));

        var lines = list.FindAll(".told");
        Assert.Equal("Acme", lines[0].QuerySelector("a")!.TextContent);
        Assert.Equal("/integrations/sandbox:1", lines[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Waiting until 2 hours from now", Plain(lines[0]), StringComparison.Ordinal);
        Assert.Contains("About to be sent", Plain(lines[1]), StringComparison.Ordinal);
        Assert.Contains("Well again after Sync Failing Sent an hour ago", Plain(lines[2]), StringComparison.Ordinal);
        Assert.Contains("Resolved: Sync Failing Could not be sent yesterday", Plain(lines[3]), StringComparison.Ordinal);
        Assert.Equal("Sandbox HR", lines[4].QuerySelector("a")!.TextContent);
        Assert.Contains("Dropped 2 days ago", Plain(lines[4]), StringComparison.Ordinal);

        Assert.Contains("Nothing yet", Render<ToldNotices>(p => p.Add(l => l.Notices, [])).Markup, StringComparison.Ordinal);
    }

    private static ToldNotice Told(long id, NoticeKind kind, NoticeState state, DateTimeOffset? due = null, DateTimeOffset? ended = null) => new()
    {
        Organization = "Acme",
        Tool = "sandbox",
        Notice = new Notice
        {
            Id = id,
            WorkspaceId = 1,
            IntegrationId = "sandbox:1",
            IncidentId = 1,
            Kind = kind,
            Status = IntegrationStatus.SyncFailing,
            At = Now.AddDays(-3),
            DueAt = due,
            State = state,
            EndedAt = ended,
        },
    };

    private static string Plain(AngleSharp.Dom.IElement element)
    {
        var seen = (AngleSharp.Dom.IElement)element.Clone();
        foreach (var hidden in seen.QuerySelectorAll(".visually-hidden"))
        {
            hidden.Remove();
        }

        return string.Join(' ', seen.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Words(IRenderedComponent<NoticeCard> card) => card.Find(".in-words").LastChild!.TextContent;

    private static Task ChangeAsync(IRenderedComponent<NoticeCard> card, string input, bool on) => card.Find(input).ChangeAsync(new() { Value = on });

    private Initiator By(Rights rights) => new(new Actor(ActorKind.Person, "Ada"), rights, _person);

    private Task<NoticeChoice> ChoiceAsync() => Notices.ChoiceAsync(_person, Scope.WorkspaceId, Ct);

    private async Task<IRenderedComponent<NoticeCard>> CardAsync(Rights rights)
    {
        await AddMemberAsync();
        var scope = Scope with { By = By(rights) };
        return Render<NoticeCard>(p => p
            .Add(c => c.Choice, NoticeChoice.Default)
            .Add(c => c.Audience, NoticeAudience.Person)
            .Add(c => c.Name, "workspace-1")
            .Add(c => c.Keep, choice => Ledger.WriteAsync(session => session.SetNoticesAsync(scope, choice))));
    }

    private async Task AddMemberAsync()
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContextAsync(Ct);
        db.Users.Add(new Person { Id = _person, Name = "Ada", UserName = "ada@example.com", Email = "ada@example.com", CreatedAt = Now });
        db.Memberships.Add(new Membership { WorkspaceId = Scope.WorkspaceId, PersonId = _person, Role = Role.Viewer, CreatedAt = Now });
        await db.SaveChangesAsync(Ct);
    }
}
