using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing.Connecting;

namespace IntegrationsDashboard.Syncing.Tests.Connecting;

/// <summary>What a token leads to, and what it says where it does not work any more.</summary>
public sealed class LinkTokensTests : ConnectingTest
{
    [Fact]
    public async Task A_token_that_was_changed_anywhere_is_unknown()
    {
        var token = Tokens.Create((await LinkAsync()).Link!);

        for (var at = 0; at < token.Length; at += 7)
        {
            var changed = $"{token[..at]}{(token[at] == 'A' ? 'B' : 'A')}{token[(at + 1)..]}";
            Assert.Equal(new OpenedLink(LinkState.Unknown, null), await Tokens.OpenAsync(changed));
        }

        Assert.Equal(LinkState.Open, (await Tokens.OpenAsync(token)).State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("no token at all")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_token_is_unknown(string token) => Assert.Equal(LinkState.Unknown, (await Tokens.OpenAsync(token)).State);

    [Fact]
    public async Task A_link_works_until_its_time_is_over_and_not_a_moment_longer()
    {
        var opened = await LinkAsync();

        Time.Advance(ConnectionDesk.EmbeddedLife - TimeSpan.FromTicks(1));
        Assert.Equal(LinkState.Open, await StateAsync(opened));
        Assert.Single(await Service<LinkQueries>().OpenAsync(Scope));

        Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(LinkState.Expired, await StateAsync(opened));
        Assert.Empty(await Service<LinkQueries>().OpenAsync(Scope));
        await Assert.ThrowsAsync<LinkClosedException>(() => TryConnectAsync(opened));
        Assert.Empty(Tool.Requests);
    }

    [Fact]
    public async Task A_revoked_link_says_so_and_works_no_more_for_whoever_has_it_open()
    {
        var opened = await LinkAsync();

        await RevokeAsync(Scope, opened);

        Assert.Equal(LinkState.Revoked, await StateAsync(opened));
        Assert.Empty(await Service<LinkQueries>().OpenAsync(Scope));
        await Assert.ThrowsAsync<LinkClosedException>(() => TryConnectAsync(opened));
        Assert.Empty(await IntegrationsAsync());
    }

    [Fact]
    public async Task Nobody_revokes_a_link_of_another_workspace()
    {
        var opened = await LinkAsync();

        await RevokeAsync(new WorkspaceScope(Scope.WorkspaceId + 1), opened);

        Assert.Equal(LinkState.Open, await StateAsync(opened));
    }

    [Fact]
    public async Task A_used_link_stays_used_when_it_is_revoked_or_its_time_is_over()
    {
        var opened = await LinkAsync();
        await TryConnectAsync(opened);

        await RevokeAsync(Scope, opened);
        Time.Advance(NewLink.MailedLife);

        Assert.Equal(LinkState.Used, await StateAsync(opened));
    }

    private Task RevokeAsync(WorkspaceScope scope, OpenedLink opened) => Ledger.RevokeLinkAsync(scope, opened.Link!.Id);
}
