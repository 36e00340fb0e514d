using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Web.Tests.Account;

/// <summary>With an authenticator app, the password alone lets nobody in.</summary>
public sealed class SecondFactorTests : AccountTest
{
    private const string Page = "/account/second-factor?returnUrl=%2Fintegrations%2Fnew";

    [Fact]
    public async Task After_the_password_a_code_of_the_app_is_asked_for()
    {
        using var first = await Dashboard.SignInAsync();
        var (key, codes) = await SetUpSecondFactorAsync(first);
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Single(await AuditAsync(AuditAction.SecondFactorOn));

        using var browser = await WithPasswordAsync();
        Assert.False(await IsInAsync(browser));
        Assert.Contains("This code is wrong or too old", await ReadAsync(browser, Page, "code", ("Code", "000 000")), StringComparison.Ordinal);
        Assert.Single(await AuditAsync(AuditAction.SignInRefused));
        var code = CodeOf(key);
        Assert.Equal("/integrations/new", await GoAsync(browser, Page, "code", ("Code", $"{code[..3]} {code[3..]}")));
        Assert.True(await IsInAsync(browser));
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once()
    {
        using var first = await Dashboard.SignInAsync();
        var (_, codes) = await SetUpSecondFactorAsync(first);

        using var browser = await WithPasswordAsync();
        Assert.Equal("/integrations/new", await GoAsync(browser, Page, "recovery-code", ("RecoveryCode", codes[3].ToLowerInvariant())));
        Assert.Contains("Unused recovery codes: 9.", await PageAsync(browser, "/account"), StringComparison.Ordinal);

        using var again = await WithPasswordAsync();
        Assert.Contains("wrong or was used before", await ReadAsync(again, Page, "recovery-code", ("RecoveryCode", codes[3])), StringComparison.Ordinal);
        Assert.False(await IsInAsync(again));
    }

    [Fact]
    public async Task It_is_switched_on_with_a_right_code_and_off_with_the_password_or_a_code_only()
    {
        using var browser = await Dashboard.SignInAsync();
        Assert.Contains(
            "This code is wrong", await ReadAsync(browser, "/account?step=second-factor", "second-factor-on", ("Code", "000000")), StringComparison.Ordinal);
        using (await Dashboard.SignInAsync())
        {
            // It is not on: the password was enough.
        }

        var (key, codes) = await SetUpSecondFactorAsync(browser);
        Assert.Contains("Neither your password", await ReadAsync(browser, "/account", "second-factor", ("Proof", "wrong"), ("Change", "off")), StringComparison.Ordinal);
        var renewed = await ReadAsync(browser, "/account", "second-factor", ("Proof", CodeOf(key)), ("Change", "codes"));
        Assert.Contains("recovery-codes", renewed, StringComparison.Ordinal);
        Assert.DoesNotContain(codes[0], renewed, StringComparison.Ordinal);

        Assert.Equal(
            "/account?done=second-factor-off",
            await GoAsync(browser, "/account", "second-factor", ("Proof", TestDashboard.Password), ("Change", "off")));
        Assert.Single(await AuditAsync(AuditAction.SecondFactorOff));
        using (await Dashboard.SignInAsync())
        {
            // The password is enough again.
        }
    }

    [Fact]
    public async Task Without_the_password_nobody_is_asked_for_a_code()
    {
        using var browser = Dashboard.Browser();
        using var answer = await browser.GetAsync(Page, Cancel);
        Assert.Equal("/account/sign-in?returnUrl=%2Fintegrations%2Fnew", There(answer));
    }

    private async Task<HttpClient> WithPasswordAsync()
    {
        var browser = Dashboard.Browser();
        Assert.Equal(
            Page,
            await GoAsync(
                browser,
                "/account/sign-in?returnUrl=%2Fintegrations%2Fnew",
                "sign-in",
                ("Email", TestDashboard.OperatorEmail),
                ("Password", TestDashboard.Password)));
        return browser;
    }
}
