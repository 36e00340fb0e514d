using System.Text.RegularExpressions;
using IntegrationsDashboard.Store.Model;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Web.Tests.Account;

/// <summary>A forgotten password is set anew by whoever reads the person's mail, and by nobody else.</summary>
public sealed partial class ResetTests : AccountTest
{
    private const string NewPassword = "another good password";

    [Fact]
    public async Task The_link_of_the_mail_sets_a_password_once_and_ends_every_session()
    {
        var log = new MailLog();
        await using var dashboard = Dashboard.WithWebHostBuilder(builder => builder
            .UseSetting("Logging:LogLevel:IntegrationsDashboard.Notifying", "Information")
            .ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(log)));
        using var signedIn = Browser(dashboard);
        Assert.Equal("/integrations", await SignInAsync(signedIn, TestDashboard.Password));
        using var browser = Browser(dashboard);

        var known = await ReadAsync(browser, "/account/forgot-password", "forgot", ("Email", "ada@example.com"));
        var unknown = await ReadAsync(browser, "/account/forgot-password", "forgot", ("Email", "nobody@example.com"));
        Assert.Contains("If there is an account with this address", known, StringComparison.Ordinal);
        Assert.Equal(Said(known), Said(unknown));
        var mail = await log.Mail.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        Assert.Contains("To: ada@example.com", mail, StringComparison.Ordinal);
        var link = Link().Match(mail).Value;

        Assert.Contains("Use at least 12 characters.", await ReadAsync(browser, link, "reset", ("Password", "short")), StringComparison.Ordinal);
        Assert.Equal("/account/sign-in?done=reset&email=ada%40example.com", await GoAsync(browser, link, "reset", ("Password", NewPassword)));

        Assert.False(await IsInAsync(signedIn));
        Assert.Contains("This link does not work any more", await PageAsync(browser, link), StringComparison.Ordinal);
        Assert.Null(await SignInAsync(browser, TestDashboard.Password));
        Assert.Equal("/integrations", await SignInAsync(browser, NewPassword));
        Assert.Single(await AuditAsync(AuditAction.PasswordSet));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?person=4f1c6a57-0f6a-4c0f-8b0e-3f4a3f1f6a10&token=AAAA")]
    [InlineData("?person=x&token=%00")]
    public async Task A_made_up_link_sets_nothing(string query)
    {
        using var browser = Dashboard.Browser();
        Assert.Contains("This link does not work any more", await PageAsync(browser, $"/account/reset-password{query}"), StringComparison.Ordinal);
    }

    private static HttpClient Browser(WebApplicationFactory<Program> dashboard) => dashboard.CreateDefaultClient(new CookieJar());

    private static Task<string?> SignInAsync(HttpClient browser, string password) =>
        GoAsync(browser, "/account/sign-in", "sign-in", ("Email", TestDashboard.OperatorEmail), ("Password", password));

    // All that is read: the page without its form, whose tokens differ each time.
    private static string Said(string page) => Tags().Replace(Form().Replace(page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)], ""), "");

    [GeneratedRegex(@"(?<=http://[^/\s]+)/account/reset-password\S+")]
    private static partial Regex Link();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<[^>]*>|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Tags();
}
