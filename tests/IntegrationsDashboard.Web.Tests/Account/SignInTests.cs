using System.Net;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Web.Tests.Account;

/// <summary>Who gets in with a password, where they land, and what is remembered of those who do not.</summary>
public sealed class SignInTests : IDisposable
{
    private const string Wrong = "The e-mail address or the password is wrong.";
    private readonly TestDashboard _dashboard = new();

    public void Dispose() => _dashboard.Dispose();

    [Fact]
    public async Task Whoever_signs_in_sees_the_pages_until_they_sign_out()
    {
        using var browser = _dashboard.Browser();
        using (var before = await browser.GetAsync("/integrations", TestContext.Current.CancellationToken))
        {
            Assert.Equal("/account/sign-in?returnUrl=%2Fintegrations", before.Headers.Location?.PathAndQuery);
        }

        using var signedIn = await _dashboard.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(signedIn, "/integrations"));
        using (var away = await signedIn.SubmitAsync("/integrations", "/account/sign-out"))
        {
            Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(signedIn, "/integrations"));
    }

    [Fact]
    public async Task An_unknown_person_and_a_wrong_password_are_answered_alike_and_noted_without_the_password()
    {
        Assert.Contains(Wrong, await TryAsync("ada@example.com", "a wrong password"), StringComparison.Ordinal);
        Assert.Contains(Wrong, await TryAsync("nobody@example.com", "a wrong password"), StringComparison.Ordinal);
        Assert.Contains(Wrong, await TryAsync("typed-the-password-here", "x"), StringComparison.Ordinal);

        var refused = await AuditAsync(AuditAction.SignInRefused);
        Assert.Equal(["ada@example.com", "nobody@example.com", null], refused.Select(entry => entry.Subject));
        Assert.DoesNotContain(refused, entry => entry.SearchText.Contains("password", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_eighth_wrong_password_locks_an_account_and_nobody_learns_whether_there_is_one()
    {
        foreach (var email in new[] { "ada@example.com", "nobody@example.com" })
        {
            for (var attempt = 1; attempt <= 7; attempt++)
            {
                Assert.Contains(Wrong, await TryAsync(email, "a wrong password"), StringComparison.Ordinal);
            }

            Assert.Contains("locked for 10 minutes", await TryAsync(email, "a wrong password"), StringComparison.Ordinal);
        }

        Assert.Contains("locked for 10 minutes", await TryAsync("ada@example.com", TestDashboard.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_guesses_on_and_on_is_not_listened_to()
    {
        for (var attempt = 1; attempt <= 30; attempt++)
        {
            Assert.Contains(Wrong, await TryAsync($"guess{attempt}@example.com", "x"), StringComparison.Ordinal);
        }

        using var browser = _dashboard.Browser();
        using var answer = await browser.SubmitAsync(
            "/account/sign-in", "sign-in", ("Email", TestDashboard.OperatorEmail), ("Password", TestDashboard.Password));
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("/integrations/new", "/integrations/new")]
    [InlineData("/integrations?status=setup", "/integrations?status=setup")]
    [InlineData("https://evil.example/", "/integrations")]
    [InlineData("//evil.example/", "/integrations")]
    [InlineData("/\\evil.example/", "/integrations")]
    [InlineData("/\t/evil.example/", "/integrations")]
    [InlineData("javascript:alert(1)", "/integrations")]
    [InlineData("evil", "/integrations")]
    [InlineData("/account/sign-in?returnUrl=x", "/integrations")]
    public async Task One_lands_where_one_wanted_to_go_as_long_as_that_is_a_page_of_the_dashboard(string asked, string landed)
    {
        using var browser = _dashboard.Browser();
        using var answer = await browser.SubmitAsync(
            $"/account/sign-in?returnUrl={Uri.EscapeDataString(asked)}",
            "sign-in",
            ("Email", TestDashboard.OperatorEmail),
            ("Password", TestDashboard.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(new Uri(_dashboard.Server.BaseAddress, landed), new Uri(_dashboard.Server.BaseAddress, answer.Headers.Location!));
    }

    [Fact]
    public async Task A_form_that_another_site_sends_is_refused()
    {
        using var browser = _dashboard.Browser();
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["Email"] = TestDashboard.OperatorEmail,
            ["Password"] = TestDashboard.Password,
        });
        using var answer = await browser.PostAsync("/account/sign-in", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);

        using var signedIn = await _dashboard.SignInAsync();
        using var nothing = new FormUrlEncodedContent([]);
        using var away = await signedIn.PostAsync("/account/sign-out", nothing, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, away.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(signedIn, "/integrations"));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string page)
    {
        using var answer = await browser.GetAsync(page, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<string> TryAsync(string email, string password)
    {
        using var browser = _dashboard.Browser();
        using var answer = await browser.SubmitAsync("/account/sign-in", "sign-in", ("Email", email), ("Password", password));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<List<AuditEntry>> AuditAsync(AuditAction action)
    {
        await using var db = await _dashboard.Service<IDbContextFactory<DashboardContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.AuditEntries.Where(entry => entry.Action == action).OrderBy(entry => entry.Id).ToListAsync(TestContext.Current.CancellationToken);
    }
}
