using System.Net;
using IntegrationsDashboard.Notifying.Notices;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Tests.Account;

/// <summary>The link in a mail stops such mails for whoever has it, when they say so and not before.</summary>
public sealed class UnsubscribeTests : AccountTest
{
    private NoticeQueries Notices => Dashboard.Service<NoticeQueries>();

    [Fact]
    public async Task Opening_the_link_says_what_it_would_stop_and_stops_nothing()
    {
        var (by, scope) = await MemberAsync();
        var page = Links.Unsubscribe(Token(by, scope.WorkspaceId));
        var before = await Dashboard.DumpAsync();

        using var browser = Dashboard.Browser();
        using var answer = await browser.GetAsync(page, Cancel);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Mails about the workspace Test to b•••@example.com.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("bob@example.com", html, StringComparison.Ordinal);
        Assert.Contains("noindex", string.Join(',', answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        Assert.Equal(before, await Dashboard.DumpAsync());
    }

    [Fact]
    public async Task The_button_stops_them_and_the_page_says_so()
    {
        var (by, scope) = await MemberAsync();
        var page = Links.Unsubscribe(Token(by, scope.WorkspaceId));
        using var browser = Dashboard.Browser();

        Assert.Equal(page, await GoAsync(browser, page, page));

        Assert.Equal(NoticeChoice.Default.Statuses, (await Notices.ChoiceAsync(by, scope.WorkspaceId, Cancel)).Statuses);
        Assert.Equal(Cadence.Never, await CadenceAsync(by, scope.WorkspaceId));
        var after = await PageAsync(browser, page);
        Assert.Contains("No more mails about the workspace Test are sent to b•••@example.com.", after, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", after, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Links.Notifications}\"", after, StringComparison.Ordinal);
        using var signedIn = await Dashboard.SignInAsync("bob@example.com");
        Assert.Contains("You get no mails about this workspace.", await PageAsync(signedIn, Links.Notifications), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mail_program_stops_exactly_the_mails_about_that_workspace_without_a_cookie(bool isMultipart)
    {
        var (by, scope) = await MemberAsync();
        var other = await Dashboard.CreateWorkspaceAsync("Other");
        await FollowAsync(by, other);
        var (colleague, _) = await MemberAsync("eve@example.com");
        using var program = Dashboard.Browser();

        var (status, text) = await PostAsync(program, Token(by, scope.WorkspaceId), "One-Click", isMultipart);
        Assert.Equal((HttpStatusCode.OK, "These mails are stopped"), (status, text));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(program, Token(by, scope.WorkspaceId), "One-Click", isMultipart)).Status);

        Assert.Equal(Cadence.Never, await CadenceAsync(by, scope.WorkspaceId));
        Assert.Equal(Cadence.AtOnce, await CadenceAsync(by, other.WorkspaceId));
        Assert.Equal(Cadence.AtOnce, await CadenceAsync(by, null));
        Assert.Equal(Cadence.AtOnce, await CadenceAsync(colleague, scope.WorkspaceId));
    }

    [Fact]
    public async Task An_operator_stops_the_mails_about_the_queue()
    {
        using var browser = await Dashboard.SignInAsync();
        var ada = Assert.Single(await AuditAsync(AuditAction.SignedIn)).PersonId!.Value;
        var scope = await Dashboard.ScopeAsync();
        await FollowAsync(ada, scope);

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(browser, Token(ada, null), "One-Click")).Status);

        Assert.Equal(Cadence.Never, await CadenceAsync(ada, null));
        Assert.Equal(Cadence.AtOnce, await CadenceAsync(ada, scope.WorkspaceId));
    }

    [Fact]
    public async Task A_garbled_link_and_one_of_somebody_who_is_gone_stop_nothing()
    {
        var (by, scope) = await MemberAsync();
        var token = Token(by, scope.WorkspaceId);
        string[] wrong = ["x", token[..^2], $"A{token[1..]}x", "%20", Token(Guid.NewGuid(), scope.WorkspaceId), Token(by, 4711)];
        var before = await Dashboard.DumpAsync();
        using var browser = Dashboard.Browser();
        foreach (var one in wrong)
        {
            var (status, text) = await PostAsync(browser, one, "One-Click");
            Assert.Equal(HttpStatusCode.NotFound, status);
            Assert.Contains("This link stops no mails", text, StringComparison.Ordinal);
            using var page = await browser.GetAsync(Links.Unsubscribe(one), Cancel);
            Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
            Assert.Contains("This link stops no mails", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(browser, token, "Two-Clicks")).Status);
        Assert.Equal(before, await Dashboard.DumpAsync());
    }

    private string Token(Guid person, int? workspace) => Dashboard.Service<UnsubscribeTokens>().Create(person, workspace);

    private async Task<(Guid Person, WorkspaceScope Scope)> MemberAsync(string email = "bob@example.com")
    {
        var scope = await Dashboard.ScopeAsync();
        return ((await Dashboard.JoinAsync(scope, email, Role.Viewer)).PersonId!.Value, scope);
    }

    private Task FollowAsync(Guid person, WorkspaceScope scope) => Dashboard.Service<Ledger>().WriteAsync(
        session => session.SetNoticesAsync(
            scope with { By = new Initiator(new(Status.ActorKind.Person, "Somebody"), Rights.Read, person) }, NoticeChoice.Default),
        Cancel);

    private async Task<Cadence> CadenceAsync(Guid person, int? workspace) => (await Notices.ChoiceAsync(person, workspace, Cancel)).Cadence;

    private static async Task<(HttpStatusCode Status, string Text)> PostAsync(HttpClient client, string token, string says, bool isMultipart = false)
    {
        using HttpContent form = isMultipart
            ? new MultipartFormDataContent { { new StringContent(says), "List-Unsubscribe" } }
            : new FormUrlEncodedContent([new("List-Unsubscribe", says)]);
        using var answer = await client.PostAsync(Links.Unsubscribe(token), form, Cancel);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)));
    }
}
