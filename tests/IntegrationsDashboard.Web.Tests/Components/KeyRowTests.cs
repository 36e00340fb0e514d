using Bunit;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Components.Workspace;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class KeyRowTests : ConnectedComponentTest
{
    private CreatedKey? _rotated;

    private WorkspaceQueries Workspaces => Services.GetRequiredService<WorkspaceQueries>();

    [Fact]
    public async Task Revoking_asks_first_and_then_does_it_at_once()
    {
        var created = await CreateAsync();
        var row = RowOf(created.Key);

        await row.FindAll("button")[1].ClickAsync(new());
        Assert.Contains("Programs that use “Reporter” stop getting in at once.", row.Markup, StringComparison.Ordinal);
        Assert.NotNull(await Workspaces.FindKeyAsync(created.Secret, Xunit.TestContext.Current.CancellationToken));

        await row.Find("button.confirm").ClickAsync(new());
        Assert.Null(await Workspaces.FindKeyAsync(created.Secret, Xunit.TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Rotating_gives_a_second_key_and_no_third()
    {
        var created = await CreateAsync();
        var row = RowOf(created.Key);
        await row.FindAll("button")[0].ClickAsync(new());

        await row.FindAll("button.overlap")[1].ClickAsync(new());

        Assert.NotEqual(created.Secret, _rotated!.Secret);
        Assert.NotNull(await Workspaces.FindKeyAsync(created.Secret, Xunit.TestContext.Current.CancellationToken));

        await row.FindAll("button")[0].ClickAsync(new());
        await row.FindAll("button.overlap")[1].ClickAsync(new());
        Assert.Contains("two keys are valid", Assert.Single(Services.GetRequiredService<ISnackbar>().ShownSnackbars).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, KeyState.Valid)]
    [InlineData(8, null, KeyState.Valid)]
    [InlineData(7, null, KeyState.ExpiresSoon)]
    [InlineData(0, null, KeyState.Expired)]
    [InlineData(8, 0, KeyState.Revoked)]
    public void The_state_is_told(int? endsIn, int? revokedIn, KeyState expected)
    {
        var key = new ApiKey
        {
            Name = "Reporter",
            Hash = "",
            CreatedAt = Now.AddDays(-30),
            ExpiresAt = endsIn is { } days ? Now.AddDays(days) : null,
            RevokedAt = revokedIn is { } ago ? Now.AddDays(ago) : null,
        };

        var row = RowOf(key);

        Assert.Equal(expected.ToString(), row.Find("article").GetAttribute("data-key-state"));
        Assert.Equal(expected is KeyState.Valid or KeyState.ExpiresSoon, row.FindAll("button").Count > 0);
    }

    private Task<CreatedKey> CreateAsync() => Ledger.WriteAsync(session => session.CreateKeyAsync(Scope, "Reporter", Rights.Read, null));

    private IRenderedComponent<KeyRow> RowOf(ApiKey key) => Render<KeyRow>(p => p
        .Add(r => r.Key, key)
        .Add(r => r.Environment, EnvironmentKind.Production)
        .Add(r => r.Scope, Scope)
        .Add(r => r.OnRotated, created => _rotated = created)
        .Add(r => r.OnChanged, () => { }));
}
