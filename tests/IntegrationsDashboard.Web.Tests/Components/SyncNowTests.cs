using Bunit;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Components.Integrations;
using IntegrationsDashboard.Web.Components.Shared;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class SyncNowTests : ConnectedComponentTest
{
    [Fact]
    public async Task A_click_queues_a_sync_and_says_so()
    {
        await PlanAsync(Now.AddHours(9), Now.AddHours(2));
        var button = await ButtonAsync();

        await button.Find("button").ClickAsync(new());

        Assert.Equal(["Queued. The sync starts in a moment."], Said());
        Assert.True((await ConnectionAsync()).IsQueued);
        button = await ButtonAsync();
        Assert.True(button.Find("button").HasAttribute("disabled"));
        Assert.Equal("Sync is queued", button.Find("button").TextContent.Trim());
    }

    [Fact]
    public async Task Two_people_who_click_share_one_sync()
    {
        await PlanAsync(Now.AddHours(9), Now.AddHours(2));
        var (first, second) = (await ButtonAsync(), await ButtonAsync());

        await first.Find("button").ClickAsync(new());
        await second.Find("button").ClickAsync(new());

        Assert.Equal(["Queued. The sync starts in a moment.", "A sync is queued or runs already; it is the same one."], Said());
    }

    [Fact]
    public async Task One_that_cannot_be_synced_says_what_to_do_first()
    {
        await PlanAsync(null, null);
        await Ledger.RecordAsync(Scope, Id, new Deactivated(Now), Xunit.TestContext.Current.CancellationToken);
        var button = await ButtonAsync();

        await button.Find("button").ClickAsync(new());

        Assert.EndsWith("cannot be synced while it is inactive; switch it on first.", Assert.Single(Said()), StringComparison.Ordinal);
        Assert.False((await ConnectionAsync()).IsQueued);
    }

    [Fact]
    public async Task While_a_sync_runs_none_can_be_asked_for()
    {
        await PlanAsync(null, Now.AddHours(2));
        await Ledger.RecordSyncAsync(
            Scope,
            new SyncReport { SyncId = "s1", IntegrationId = Id, State = SyncState.Running, Type = SyncType.Full, StartedAt = Now },
            Xunit.TestContext.Current.CancellationToken);

        var button = (await ButtonAsync()).Find("button");

        Assert.True(button.HasAttribute("disabled"));
        Assert.Equal("Sync is running", button.TextContent.Trim());
    }

    [Fact]
    public async Task The_next_sync_is_told_whatever_it_waits_for()
    {
        Assert.Equal("Queued", await NextAsync());
        await PlanAsync(Now.AddHours(9), Now.AddHours(2));
        Assert.StartsWith("2 hours from now", await NextAsync(), StringComparison.Ordinal);
        await PlanAsync(Now, Now.AddHours(2));
        Assert.Equal("Due now", await NextAsync());
        await PlanAsync(null, null);
        Assert.Equal("Paused", await NextAsync());

        var item = await ItemAsync();
        var outside = Render<NextSync>(p => p.Add(n => n.Item, item).Add(n => n.Connection, null));
        Assert.Equal("Reported from outside", outside.Find("span").TextContent);
    }

    private List<string> Said() => [.. Services.GetRequiredService<ISnackbar>().ShownSnackbars.Select(snackbar => snackbar.Message!)];

    private async Task<string> NextAsync()
    {
        var (item, connection) = (await ItemAsync(), await ConnectionAsync());
        return Render<NextSync>(p => p.Add(n => n.Item, item).Add(n => n.Connection, connection)).Find("span,time").TextContent.Trim();
    }

    private async Task<IRenderedComponent<SyncNowButton>> ButtonAsync()
    {
        var (item, connection) = (await ItemAsync(), await ConnectionAsync());
        return Render<SyncNowButton>(p => p.Add(b => b.Item, item).Add(b => b.Connection, connection).Add(b => b.Scope, Scope));
    }
}
