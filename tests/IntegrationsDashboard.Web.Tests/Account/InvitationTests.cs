using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Web.Tests.Account;

/// <summary>How people come in, and how they do not.</summary>
public sealed class InvitationTests : AccountTest
{
    private const string Closed = "This invitation does not work any more";

    [Fact]
    public async Task Whoever_is_invited_makes_an_account_and_joins_once()
    {
        var invitation = await InviteAsync("bob@example.com");
        var page = $"/account/invitation/{invitation.Token}";
        using var browser = Dashboard.Browser();
        var shown = await PageAsync(browser, page);
        Assert.Contains("Join Test", shown, StringComparison.Ordinal);
        Assert.Contains("Ada invites you.", shown, StringComparison.Ordinal);
        Assert.Contains("bob@example.com", shown, StringComparison.Ordinal);

        Assert.Contains("Use at least 12 characters.", await ReadAsync(browser, page, "join", ("Name", "Bob"), ("Password", "short")), StringComparison.Ordinal);

        // The address is that of the invitation, whatever is sent.
        Assert.Equal(
            "/integrations",
            await GoAsync(browser, page, "join", ("Name", "Bob"), ("Password", TestDashboard.Password), ("Email", "eve@example.com")));
        Assert.True(await IsInAsync(browser));
        Assert.Contains("Member", await PageAsync(browser, "/account"), StringComparison.Ordinal);
        Assert.Contains(Closed, await PageAsync(Dashboard.Browser(), page), StringComparison.Ordinal);
        using var again = await Dashboard.SignInAsync("bob@example.com");
    }

    [Fact]
    public async Task Whoever_has_an_account_signs_in_comes_back_and_joins_with_one_click()
    {
        using (await JoinAsync("bob@example.com", Role.Viewer))
        {
        }

        var invitation = await InviteAsync("BOB@example.com", Role.Admin);
        var page = $"/account/invitation/{invitation.Token}";
        using var browser = Dashboard.Browser();
        var shown = await PageAsync(browser, page);
        Assert.Contains($"/account/sign-in?returnUrl={Uri.EscapeDataString(page)}", shown, StringComparison.Ordinal);
        Assert.Equal(
            page,
            await GoAsync(
                browser,
                $"/account/sign-in?returnUrl={Uri.EscapeDataString(page)}",
                "sign-in",
                ("Email", "bob@example.com"),
                ("Password", TestDashboard.Password)));
        Assert.Equal("/integrations", await GoAsync(browser, page, "accept"));
        Assert.Contains("Admin", await PageAsync(browser, "/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_cannot_use_it_while_signed_in()
    {
        using var eve = await JoinAsync("eve@example.com", Role.Viewer);
        var invitation = await InviteAsync("bob@example.com", Role.Admin);

        Assert.Contains(
            "This invitation is for bob@example.com, but you are signed in as eve@example.com.",
            await PageAsync(eve, $"/account/invitation/{invitation.Token}"),
            StringComparison.Ordinal);
        Assert.Equal(
            $"/account/invitation/{invitation.Token}", await GoAsync(eve, $"/account/invitation/{invitation.Token}", "/account/sign-out"));
    }

    [Fact]
    public async Task One_that_has_expired_was_revoked_or_never_was_says_so()
    {
        var expired = await InviteAsync("bob@example.com");
        Dashboard.Clock.Advance(LedgerSession.InvitationLife);
        var revoked = await InviteAsync("bob@example.com");
        await Dashboard.Service<Ledger>().WriteAsync(session => session.RevokeInvitationAsync(new WorkspaceScope(1), revoked.Invitation.Id), Cancel);

        using var browser = Dashboard.Browser();
        foreach (var token in new[] { expired.Token, revoked.Token, "made-up" })
        {
            Assert.Contains(Closed, await PageAsync(browser, $"/account/invitation/{token}"), StringComparison.Ordinal);
        }
    }
}
