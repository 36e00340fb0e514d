using System.Text.RegularExpressions;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Web.Tests.Account;

/// <summary>Who finds what to choose on the page of the notifications, and which language mails begin with.</summary>
public sealed partial class NotificationsTests : AccountTest
{
    [Fact]
    public async Task A_member_finds_their_workspaces_the_one_they_look_at_first_and_nothing_of_operators()
    {
        var other = await Dashboard.CreateWorkspaceAsync("Another");
        await Dashboard.CreateWorkspaceAsync("Foreign");
        var member = await Dashboard.JoinAsync(await Dashboard.ScopeAsync(), "bob@example.com", Role.Viewer);
        await Dashboard.Service<Ledger>().WriteAsync(
            async session => await session.AcceptInvitationAsync((await session.InviteAsync(other, "bob@example.com", Role.Admin)).Token, member), ct: Cancel);
        using var browser = await Dashboard.SignInAsync("bob@example.com");

        Assert.Equal(["Another", "Test"], Workspaces(await PageAsync(browser, Links.Notifications)));
        await ChooseAsync(1);
        var page = await PageAsync(browser, Links.Notifications);

        Assert.Equal(["Test", "Another"], Workspaces(page));
        Assert.Single(Regex.Matches(page, "<details[^>]* open"));
        Assert.DoesNotContain("id=\"quality-assurance\"", page, StringComparison.Ordinal);
        Assert.Contains("Mails are not sent by this dashboard at the moment; ask whoever runs it.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_who_is_no_member_finds_the_queue_and_may_choose_the_workspace_they_look_at()
    {
        using var browser = await Dashboard.SignInAsync();
        var page = await PageAsync(browser, Links.Notifications);

        Assert.Equal(["Test"], Workspaces(page));
        Assert.Contains("You get no mails about this workspace.", page, StringComparison.Ordinal);
        Assert.Contains("id=\"quality-assurance\"", page, StringComparison.Ordinal);
        Assert.Contains("No mail server is configured: mails go to the log.", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Links.Notifications}\"", await PageAsync(browser, Links.Account), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_mail_server_there_is_nothing_to_say_about_it()
    {
        await using var dashboard = new TestDashboard(("Mail:Host", "mail.example.com"), ("Mail:From:Address", "dashboard@example.com"));
        using var browser = await dashboard.SignInAsync();
        Assert.DoesNotContain("no-server", await PageAsync(browser, Links.Notifications), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-CH, en;q=0.5", "de")]
    [InlineData("pl, fr;q=0.4, it;q=0.8", "it")]
    [InlineData("es;q=0, en-GB;q=0.1", "en")]
    [InlineData("pl", null)]
    [InlineData(null, null)]
    public async Task Mails_are_in_the_language_of_the_browser_until_another_is_chosen(string? asked, string? expected)
    {
        await SignInAsync(asked);
        Assert.Equal(expected, await LanguageAsync());

        await Dashboard.Service<Ledger>().WriteAsync(
            async session => await session.SetLanguageAsync(new Initiator(new(Status.ActorKind.Person, "Ada"), Rights.None, await AdaAsync()), "fr"), ct: Cancel);
        await SignInAsync(asked);
        Assert.Equal("fr", await LanguageAsync());
    }

    private async Task SignInAsync(string? language)
    {
        using var browser = Dashboard.Browser();
        if (language is not null)
        {
            browser.DefaultRequestHeaders.Add("Accept-Language", language);
        }

        Assert.Equal("/integrations", await GoAsync(browser, Links.SignIn, "sign-in", ("Email", TestDashboard.OperatorEmail), ("Password", TestDashboard.Password)));
    }

    private async Task<string?> LanguageAsync()
    {
        await using var db = await Dashboard.Service<IDbContextFactory<DashboardContext>>().CreateDbContextAsync(Cancel);
        return (await db.Users.SingleAsync(Cancel)).Language;
    }

    private async Task<Guid> AdaAsync()
    {
        await using var db = await Dashboard.Service<IDbContextFactory<DashboardContext>>().CreateDbContextAsync(Cancel);
        return (await db.Users.SingleAsync(Cancel)).Id;
    }

    private async Task ChooseAsync(int workspaceId)
    {
        await using var db = await Dashboard.Service<IDbContextFactory<DashboardContext>>().CreateDbContextAsync(Cancel);
        var session = (await db.Sessions.SingleAsync(Cancel)).Id;
        await Dashboard.Service<Ledger>().WriteAsync(s => s.ChooseAsync(session, workspaceId, null), ct: Cancel);
    }

    private static List<string> Workspaces(string page) => [.. Summary().Matches(page).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("<summary[^>]*><h2[^>]*>([^<]*)</h2>")]
    private static partial Regex Summary();
}
