using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Store.Tests;

public sealed class OverviewQueryTests : StoreTest
{
    [Fact]
    public async Task What_several_share_stands_apart_and_the_others_follow_by_attention()
    {
        var shared = new List<string>();
        foreach (var minutes in new[] { 0, 30, 60 })
        {
            shared.Add((await FailAsync("recruitee", TimeSpan.FromHours(5) - TimeSpan.FromMinutes(minutes))).Id);
        }

        var alone = await FailAsync("workday", TimeSpan.FromHours(5));
        var earlier = await FailAsync("recruitee", TimeSpan.FromDays(2));
        var setup = await Store.AddAsync(setup: SetupStatus.Incomplete);
        await WellAsync("personio");

        var ailing = await Store.Overview.AilingAsync(Store.Workspace, null, 10);

        var incident = Assert.Single(ailing.Incidents);
        Assert.Equal(("recruitee", FailureFamily.Syncs), (incident.Tool, incident.Family));
        Assert.Equal(shared, incident.Failures.Select(failure => failure.IntegrationId));
        Assert.Equal([alone.Id, earlier.Id, setup.Id], ailing.Alone.Select(item => item.Id));
        Assert.Equal([.. shared.Append(alone.Id).Append(earlier.Id).Append(setup.Id).Order()], ailing.Shown.Keys.Order());
        Assert.True(ailing.IsWhole);
        Assert.Equal([alone.Id], (await Store.Overview.AilingAsync(Store.Workspace, null, 1)).Alone.Select(item => item.Id));
    }

    [Fact]
    public async Task Nothing_of_another_environment_or_workspace_is_shared()
    {
        await FailAsync("recruitee", TimeSpan.FromHours(5));
        await FailAsync("recruitee", TimeSpan.FromHours(5));
        await FailAsync("recruitee", TimeSpan.FromHours(5), Store.Development);
        await FailAsync("recruitee", TimeSpan.FromHours(5), await Store.AddWorkspaceAsync());

        Assert.Single((await Store.Overview.AilingAsync(Store.Workspace, null, 10)).Incidents);
        Assert.Empty((await Store.Overview.AilingAsync(Store.Workspace, EnvironmentKind.Production, 10)).Incidents);
        Assert.Equal(2, (await Store.Overview.AilingAsync(Store.Production, null, 10)).Alone.Count);
    }

    [Fact]
    public async Task What_changed_is_told_with_the_status_before_and_what_changed_earlier_is_not()
    {
        var failing = await FailAsync("workday", TimeSpan.FromHours(2));
        var recovered = await FailAsync("personio", TimeSpan.FromHours(30));
        await Store.FinishAsync(recovered, "again", SyncState.Succeeded, Store.Now.AddHours(-1));
        await FailAsync("hibob", TimeSpan.FromHours(30));

        var turns = await Store.Overview.TurnsAsync(Store.Workspace, null, Store.Now.AddHours(-24), 10);

        Assert.Equal(
            [
                (recovered.Id, Store.Now.AddHours(-1), IntegrationStatus.SyncFailing, TurnKind.Better),
                (failing.Id, Store.Now.AddHours(-2), (IntegrationStatus?)IntegrationStatus.Active, TurnKind.Worse),
            ],
            turns.Select(turn => (turn.Integration.Id, turn.At, turn.From, turn.Kind)));
        Assert.Single(await Store.Overview.TurnsAsync(Store.Workspace, null, Store.Now.AddHours(-24), 1));
        Assert.Empty(await Store.Overview.TurnsAsync(Store.Workspace, EnvironmentKind.Development, Store.Now.AddHours(-24), 10));
        Assert.Empty(await Store.Overview.TurnsAsync(Store.Development, null, Store.Now.AddHours(-24), 10));
    }

    [Fact]
    public async Task Rates_are_summed_by_day_and_by_tool_and_compared_with_the_days_before()
    {
        var personio = await Store.AddAsync();
        var workday = await Store.AddAsync(tool: "workday");
        await Store.AddAsync(tool: "workday");
        await Store.FinishAsync(personio, "p1", SyncState.Succeeded, Store.Now);
        await Store.FinishAsync(personio, "p2", SyncState.PartiallyFailed, Store.Now.AddDays(-1));
        await Store.FinishAsync(workday, "w1", SyncState.Failed, Store.Now.AddDays(-1));
        await Store.FinishAsync(workday, "w2", SyncState.Succeeded, Store.Now.AddDays(-29));
        await Store.FinishAsync(workday, "w3", SyncState.AuthenticationFailed, Store.Now.AddDays(-30));
        await Store.FinishAsync(workday, "w4", SyncState.Cancelled, Store.Now);

        var rates = await Store.Overview.RatesAsync(Store.Workspace, null, 30);

        Assert.Equal(30, rates.Days.Count);
        Assert.Equal([(28, 0), (29, 2), (30, 1)], rates.Days.Select((day, at) => (at + 1, day.Sum.Total)).Where(day => day.Item1 >= 28));
        Assert.Equal(DateOnly.FromDateTime(Store.Now.UtcDateTime), rates.Days[^1].Day);
        Assert.Equal((4, 0.75), (rates.Now.Total, rates.Now.SuccessRate));
        Assert.Equal((1, 0.0), (rates.Before.Total, rates.Before.SuccessRate));
        Assert.Equal(TimeSpan.FromMinutes(10), rates.Now.MeanDuration);
        Assert.Equal(
            [("workday", 2, 0.5, (double?)0.0), ("personio", 1, 1.0, null)],
            rates.Tools.Select(tool => (tool.Tool, tool.Integrations, tool.Now.SuccessRate!.Value, tool.Before.SuccessRate)));
    }

    [Fact]
    public async Task Rates_keep_to_the_scope_and_the_environment()
    {
        await Store.FinishAsync(await Store.AddAsync(Store.Development), "d", SyncState.Succeeded);
        await Store.FinishAsync(await Store.AddAsync(await Store.AddWorkspaceAsync()), "o", SyncState.Succeeded);

        Assert.Equal(1, (await Store.Overview.RatesAsync(Store.Workspace, null, 30)).Now.Total);
        Assert.Equal(1, (await Store.Overview.RatesAsync(Store.Development, null, 30)).Now.Total);
        Assert.Equal(1, (await Store.Overview.RatesAsync(Store.Workspace, EnvironmentKind.Development, 30)).Now.Total);
        Assert.Equal(TallySum.None, (await Store.Overview.RatesAsync(Store.Production, null, 30)).Now);
        Assert.Empty((await Store.Overview.RatesAsync(Store.Workspace, EnvironmentKind.Production, 30)).Tools);
    }

    // Worked at first, so that it is no matter of quality assurance.
    private async Task<Integration> FailAsync(string tool, TimeSpan ago, WorkspaceScope? scope = null)
    {
        var integration = await WellAsync(tool, scope);
        await Store.FinishAsync(integration, $"bad-{integration.Id}", SyncState.Failed, Store.Now - ago, "The tool is down.");
        return integration;
    }

    private async Task<Integration> WellAsync(string tool, WorkspaceScope? scope = null)
    {
        var integration = await Store.Ledger.CreateIntegrationAsync(
            scope ?? Store.Production, TestStore.New(tool) with { CreatedAt = Store.Now.AddDays(-40) });
        return await Store.FinishAsync(integration, $"good-{integration.Id}", SyncState.Succeeded, Store.Now.AddDays(-39));
    }
}
