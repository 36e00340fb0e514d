using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>People see when a key was last used, and a busy program does not make the store write with every call.</summary>
public sealed class KeyUseTests
{
    [Fact]
    public async Task The_last_use_is_noted_to_the_minute()
    {
        await using var dashboard = new TestDashboard();
        var scope = await dashboard.ScopeAsync();
        var api = dashboard.Api();
        Assert.Null(await LastUseAsync());

        Assert.Equal(200, (await api.GetAsync("/v1/check-api-key")).Status);
        Assert.Equal(TestDashboard.Start, await LastUseAsync());

        dashboard.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(200, (await api.GetAsync("/v1/check-api-key")).Status);
        Assert.Equal(TestDashboard.Start, await LastUseAsync());

        // A call that comes to nothing is a use of the key as well.
        dashboard.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(404, (await api.GetAsync("/v1/nothing")).Status);
        Assert.Equal(TestDashboard.Start.AddMinutes(1), await LastUseAsync());

        async Task<DateTimeOffset?> LastUseAsync() =>
            Assert.Single(await dashboard.Service<WorkspaceQueries>().KeysAsync(scope, TestContext.Current.CancellationToken)).LastUsedAt;
    }
}
