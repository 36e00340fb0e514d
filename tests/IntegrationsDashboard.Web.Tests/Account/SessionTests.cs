using System.Text.RegularExpressions;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Web.Tests.Account;

/// <summary>Where one is signed in, and how that ends.</summary>
public sealed partial class SessionTests : AccountTest
{
    [Fact]
    public async Task A_session_that_is_ended_elsewhere_counts_no_more_at_once()
    {
        using var here = await Dashboard.SignInAsync();
        using var there = await Dashboard.SignInAsync();
        var rows = (await PageAsync(here, "/account")).Split("<li>").Where(row => Session().IsMatch(row)).ToList();
        Assert.Equal(2, rows.Count);
        var other = Assert.Single(rows, row => !row.Contains("This one", StringComparison.Ordinal));

        Assert.Equal("/account?done=session", await GoAsync(here, "/account", "sessions", ("End", Session().Match(other).Groups[1].Value)));

        Assert.False(await IsInAsync(there));
        Assert.True(await IsInAsync(here));
    }

    [Fact]
    public async Task One_can_sign_out_everywhere_else_and_everywhere()
    {
        using var here = await Dashboard.SignInAsync();
        using var second = await Dashboard.SignInAsync();
        using var third = await Dashboard.SignInAsync();
        Assert.Equal("/account?done=sessions", await GoAsync(here, "/account", "sessions", ("End", "others")));
        Assert.False(await IsInAsync(second));
        Assert.False(await IsInAsync(third));
        Assert.True(await IsInAsync(here));

        using var fourth = await Dashboard.SignInAsync();
        Assert.Equal("/account/sign-in?done=ended", await GoAsync(here, "/account", "sessions", ("End", "all")));
        Assert.False(await IsInAsync(here));
        Assert.False(await IsInAsync(fourth));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        using var ada = await Dashboard.SignInAsync();
        using var bob = await JoinAsync("bob@example.com");
        var adas = Session().Match(await PageAsync(ada, "/account")).Groups[1].Value;

        await GoAsync(bob, "/account", "sessions", ("End", adas));

        Assert.True(await IsInAsync(ada));
    }

    [Fact]
    public async Task A_new_password_ends_all_other_sessions_and_is_noted()
    {
        using var here = await Dashboard.SignInAsync();
        using var there = await Dashboard.SignInAsync();
        Assert.Contains(
            "The current password is wrong.",
            await ReadAsync(here, "/account", "password", ("Current", "wrong"), ("Password", "another good password")),
            StringComparison.Ordinal);
        Assert.Contains(
            "Use at least 12 characters.",
            await ReadAsync(here, "/account", "password", ("Current", TestDashboard.Password), ("Password", "short")),
            StringComparison.Ordinal);
        Assert.True(await IsInAsync(there));

        Assert.Equal(
            "/account?done=password",
            await GoAsync(here, "/account", "password", ("Current", TestDashboard.Password), ("Password", "another good password")));
        Assert.False(await IsInAsync(there));
        Assert.True(await IsInAsync(here));
        Assert.Single(await AuditAsync(AuditAction.PasswordSet));
        using var again = await Dashboard.SignInAsync(password: "another good password");
    }

    [Fact]
    public async Task A_session_ends_by_itself_two_weeks_after_it_was_last_seen()
    {
        using var browser = await Dashboard.SignInAsync();
        Dashboard.Clock.Advance(TimeSpan.FromDays(13));
        Assert.True(await IsInAsync(browser));
        Dashboard.Clock.Advance(TimeSpan.FromDays(13));
        Assert.True(await IsInAsync(browser));
        Dashboard.Clock.Advance(TimeSpan.FromDays(15));
        Assert.False(await IsInAsync(browser));
    }

    [Fact]
    public async Task A_name_is_changed_and_a_workspace_left_but_not_by_its_only_admin()
    {
        using var bob = await JoinAsync("bob@example.com", Role.Admin);
        Assert.Equal("/account?done=name", await GoAsync(bob, "/account", "name", ("Name", " Robert ")));
        Assert.Contains("value=\"Robert\"", await PageAsync(bob, "/account"), StringComparison.Ordinal);

        Assert.Contains("You are the only admin there", await ReadAsync(bob, "/account", "leave", ("Workspace", "1")), StringComparison.Ordinal);
        using var eve = await JoinAsync("eve@example.com", Role.Admin);
        Assert.Equal("/account?done=left", await GoAsync(bob, "/account", "leave", ("Workspace", "1")));
        Assert.Contains("You belong to no workspace", await PageAsync(bob, "/account"), StringComparison.Ordinal);
        Assert.Single(await AuditAsync(AuditAction.MemberRemoved));
    }

    [GeneratedRegex("name=\"End\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Session();
}
