using System.Security.Claims;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Security;
using Microsoft.AspNetCore.Components.Authorization;

namespace IntegrationsDashboard.Web.Tests.Access;

/// <summary>An open page ends with its session and with its rights: nothing is shown on it, and nothing is heard from it.</summary>
public sealed class CircuitGuardTests : IAsyncLifetime
{
    private readonly TestDashboard _dashboard = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WorkspaceScope _scope;
    private Initiator _person = null!;
    private Guid _session;
    private CurrentAccess _current = null!;
    private CircuitGuard _guard = null!;
    private int _heard;

    public async ValueTask InitializeAsync()
    {
        _scope = await _dashboard.ScopeAsync();
        await _dashboard.JoinAsync(_scope, "admin@example.com", Role.Admin);
        _person = await _dashboard.JoinAsync(_scope, "grace@example.com", Role.Member);
        _session = (await WriteAsync(session => session.BeginSessionAsync(_person, "A browser"))).Id;
        _current = new CurrentAccess(_dashboard.Service<AccessControl>(), new SignedIn(_session));
        _current.Ended += _ended.SetResult;
        _guard = new CircuitGuard(_current, _dashboard.Service<ChangeFeed>(), _dashboard.Clock);
        await _guard.OnCircuitOpenedAsync(null!, TestContext.Current.CancellationToken);
        await ActAsync();
        Assert.Equal(1, _heard);
        Assert.NotNull((await _current.FindAsync())?.Scope);
    }

    public ValueTask DisposeAsync()
    {
        _guard.Dispose();
        return _dashboard.DisposeAsync();
    }

    [Fact]
    public async Task When_the_session_is_ended_elsewhere()
    {
        await WriteAsync(session => session.EndSessionAsync(_person, _session));
        await AssertEndedAsync();
    }

    [Fact]
    public async Task When_everybody_is_signed_out_of_all_their_sessions()
    {
        await WriteAsync(session => session.EndSessionsAsync(_person));
        await AssertEndedAsync();
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Admin)]
    public async Task When_the_role_changes(Role role)
    {
        await WriteAsync(session => session.SetRoleAsync(_scope, _person.PersonId!.Value, role));
        await AssertEndedAsync();
    }

    [Fact]
    public async Task When_the_membership_is_taken()
    {
        await WriteAsync(session => session.RemoveMemberAsync(_scope, _person.PersonId!.Value));
        await AssertEndedAsync();
    }

    [Fact]
    public async Task When_single_sign_on_tells_of_another_role()
    {
        var foreign = await _dashboard.CreateWorkspaceAsync("Elsewhere");
        await WriteAsync(session => session.SetMembershipsAsync(_person, new Dictionary<string, Role> { ["Elsewhere"] = Role.Admin }));
        await AssertEndedAsync();

        // In another page, opened since.
        var current = new CurrentAccess(_dashboard.Service<AccessControl>(), new SignedIn(_session));
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        current.Ended += ended.SetResult;
        using var guard = new CircuitGuard(current, _dashboard.Service<ChangeFeed>(), _dashboard.Clock);
        await guard.OnCircuitOpenedAsync(null!, TestContext.Current.CancellationToken);
        await WriteAsync(session => session.SetMembershipsAsync(_person, new Dictionary<string, Role> { ["Elsewhere"] = Role.Viewer }));
        await ended.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Null(await current.FindAsync());
        Assert.Equal(RoleRights.Of(Role.Viewer), (await new CurrentAccess(_dashboard.Service<AccessControl>(), new SignedIn(_session)).FindAsync())!.ScopeOf(foreign.WorkspaceId)!.Value.By!.Rights);
    }

    [Fact]
    public async Task When_the_session_has_run_out()
    {
        _dashboard.Clock.Advance(LedgerSession.SessionLife);
        await AssertEndedAsync();
    }

    [Fact]
    public async Task Not_when_others_sign_out_or_other_sessions_end()
    {
        var other = await _dashboard.JoinAsync(_scope, "other@example.com", Role.Viewer);
        await WriteAsync(session => session.SetRoleAsync(_scope, other.PersonId!.Value, Role.Member));
        await WriteAsync(session => session.EndSessionsAsync(_person, but: _session));
        await _current.CheckAsync();

        Assert.False(_current.HasEnded);
        await ActAsync();
        Assert.Equal(2, _heard);
        Assert.NotNull(await _current.FindAsync());
    }

    private async Task AssertEndedAsync()
    {
        // What never comes must not hold the tests up for ever.
        await _ended.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Null(await _current.FindAsync());
        await ActAsync();
        Assert.Equal(1, _heard);
    }

    // As if the viewer had clicked.
    private Task ActAsync() => _guard.CreateInboundActivityHandler(_ =>
    {
        _heard++;
        return Task.CompletedTask;
    })(null!);

    private Task WriteAsync(Func<LedgerSession, Task> write) => _dashboard.Service<Ledger>().WriteAsync(write, ct: TestContext.Current.CancellationToken);

    private Task<T> WriteAsync<T>(Func<LedgerSession, Task<T>> write) => _dashboard.Service<Ledger>().WriteAsync(write, ct: TestContext.Current.CancellationToken);

    private sealed class SignedIn(Guid session) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(
            new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(AccessControl.SessionClaim, session.ToString())], "test"))));
    }
}
