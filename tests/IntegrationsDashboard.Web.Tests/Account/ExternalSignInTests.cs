using System.Net;
using System.Security.Claims;
using IntegrationsDashboard.Store.Model;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Web.Tests.Account;

/// <summary>Single sign-on lets in whom the other service vouches for, and opens no account by an address that nobody verified.</summary>
public sealed class ExternalSignInTests : AccountTest
{
    private readonly VouchingService.Claims _claims = new();
    private readonly WebApplicationFactory<Program> _dashboard;

    public ExternalSignInTests() => _dashboard = Dashboard.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
    {
        services.AddSingleton(_claims);
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, VouchingService>(VouchingService.Name, VouchingService.Name, null);
    }));

    [Fact]
    public async Task Somebody_new_gets_an_account_and_is_the_same_person_the_next_time()
    {
        Say("1", "bob@example.com", isVerified: false);
        using (var browser = Browser())
        {
            Assert.Contains("Sign in with Elsewhere", await PageAsync(browser, "/account/sign-in"), StringComparison.Ordinal);
            Assert.Equal("/integrations/new", await PassAsync(browser, "/account/sign-in?returnUrl=/integrations/new"));
            Assert.Contains("bob@example.com", await PageAsync(browser, "/account"), StringComparison.Ordinal);
        }

        // The address has changed there, the person has not.
        Say("1", "robert@example.com", isVerified: true);
        using var again = Browser();
        Assert.Equal("/integrations", await PassAsync(again, "/account/sign-in?returnUrl=https://evil.example"));
        Assert.Contains("bob@example.com", await PageAsync(again, "/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_is_there_is_opened_by_a_verified_address_only()
    {
        Say("2", TestDashboard.OperatorEmail, isVerified: false);
        using (var browser = Browser())
        {
            Assert.Equal("/account/sign-in?done=external-failed", await PassAsync(browser, "/account/sign-in"));
            Assert.False(await IsInAsync(browser));
            Assert.Contains("Single sign-on did not let you in", await PageAsync(browser, "/account/sign-in?done=external-failed"), StringComparison.Ordinal);
        }

        Assert.Equal(TestDashboard.OperatorEmail, Assert.Single(await AuditAsync(AuditAction.SignInRefused)).Subject);

        Say("2", TestDashboard.OperatorEmail, isVerified: true);
        using var verified = Browser();
        Assert.Equal("/integrations", await PassAsync(verified, "/account/sign-in"));
        Assert.Contains("You are an operator", await PageAsync(verified, "/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_comes_back_from_where_they_have_not_been()
    {
        using var browser = Browser();
        using (var answer = await browser.GetAsync("/account/external/callback?returnUrl=/integrations", Cancel))
        {
            Assert.Equal("/account/sign-in?done=external-failed", There(answer));
        }

        using var unknown = await browser.SubmitAsync("/account/sign-in", "/account/external", ("scheme", "Nowhere"));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private void Say(string id, string email, bool isVerified)
    {
        _claims.Said[ClaimTypes.NameIdentifier] = id;
        _claims.Said[ClaimTypes.Email] = email;
        _claims.Said["email_verified"] = isVerified ? "true" : "false";
    }

    private HttpClient Browser() => _dashboard.CreateDefaultClient(new CookieJar());

    // To the service and back.
    private static async Task<string?> PassAsync(HttpClient browser, string page)
    {
        var back = await GoAsync(browser, page, "/account/external");
        using var answer = await browser.GetAsync(back, Cancel);
        return There(answer);
    }
}
