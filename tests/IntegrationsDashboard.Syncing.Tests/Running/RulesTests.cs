using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Syncing.Tests.Running;

/// <summary>The rules, as syncs that really run bring them about.</summary>
public sealed class RulesTests : SyncingTest
{
    [Fact]
    public async Task Three_days_of_refused_credentials_pause_at_the_very_sync_and_new_ones_heal()
    {
        var integration = await ConnectAsync();
        await TickAsync();
        Tool.RefuseCredentials();

        while ((await ReadAsync(integration)).Status != IntegrationStatus.CredentialsInvalid)
        {
            Assert.True(Time.GetUtcNow() < Start.AddDays(5), "The rule never fired.");
            await AdvanceAsync(TimeSpan.FromHours(1));
        }

        // The first failure began the streak; the pause is the first sync that ended 72 hours or more after it.
        var syncs = await SyncsAsync(integration);
        var streak = syncs[1].EndedAt!.Value;
        Assert.All(syncs.Skip(1), sync => Assert.Equal(SyncState.AuthenticationFailed, sync.State));
        Assert.True(syncs[^1].EndedAt >= streak.AddHours(72));
        Assert.True(syncs[^2].EndedAt < streak.AddHours(72));
        Assert.Null((await JobAsync(integration)).DueAt);
        await AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Equal(syncs.Count, (await SyncsAsync(integration)).Count);
        await Assert.ThrowsAsync<RefusedReportException>(() => Ledger.WriteAsync(session => session.RequestSyncAsync(Scope, integration.Id)));

        Tool.Fault = null;
        await ReplaceCredentialsAsync(integration, "second");
        await AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(IntegrationStatus.Active, (await ReadAsync(integration)).Status);
        Assert.Equal("second", Tool.Tokens.Last());
        Assert.NotNull((await JobAsync(integration)).DueAt);
    }

    [Fact]
    public async Task A_first_sync_with_a_warning_waits_for_an_engineer_and_comes_back()
    {
        var integration = await ConnectAsync(deltaEvery: TimeSpan.FromHours(3));
        Tool.Warning = "A user has no department.";
        await TickAsync();

        Assert.Equal(IntegrationStatus.QualityAssurance, (await ReadAsync(integration)).Status);
        await AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal(SyncState.PartiallyFailed, Assert.Single(await SyncsAsync(integration)).State);

        // The engineer may try, which resolves nothing by itself.
        Tool.Warning = null;
        await Ledger.WriteAsync(session => session.RequestSyncAsync(Scope, integration.Id, purpose: SyncPurpose.QualityAssurance));
        await TickAsync();
        Assert.Equal(SyncState.Succeeded, (await SyncsAsync(integration))[^1].State);
        Assert.Equal(IntegrationStatus.QualityAssurance, (await ReadAsync(integration)).Status);
        Assert.Null((await JobAsync(integration)).DueAt);

        Time.Advance(TimeSpan.FromHours(1));
        await RecordAsync(integration, new QaResolved(Time.GetUtcNow(), "Departments may be empty now."));
        await TickAsync();
        Assert.Equal(IntegrationStatus.Active, (await ReadAsync(integration)).Status);
        Assert.Equal(3, (await SyncsAsync(integration)).Count);
    }

    [Fact]
    public async Task A_set_up_sync_that_failed_runs_again_once_an_engineer_has_resolved_it()
    {
        var integration = await ConnectAsync(SetupStatus.Incomplete);
        Tool.RefuseCredentials();
        await TickAsync();
        Assert.Equal(IntegrationStatus.QualityAssurance, (await ReadAsync(integration)).Status);

        Tool.Fault = null;
        Time.Advance(TimeSpan.FromHours(1));
        await RecordAsync(integration, new QaResolved(Time.GetUtcNow(), null));
        await TickAsync();

        Assert.Equal(IntegrationStatus.Setup, (await ReadAsync(integration)).Status);
        Assert.NotNull((await ConnectionAsync(integration)).Facets);
    }

    [Fact]
    public async Task Two_weeks_of_silence_stop_the_syncs_of_a_development_integration_and_never_of_a_production_one()
    {
        var workspace = (await Service<Store.Queries.WorkspaceQueries>().FirstAsync())!;
        var development = await ConnectAsync(scope: new(workspace.Id, workspace.Environments[1].Id));
        var production = await ConnectAsync();

        for (var day = 0; day < 16; day++)
        {
            await AdvanceAsync(TimeSpan.FromDays(1));
        }

        Assert.Equal(IntegrationStatus.Inactive, (await ReadAsync(development)).Status);
        Assert.Equal(IntegrationStatus.Active, (await ReadAsync(production)).Status);
        Assert.Equal((13, 16), ((await SyncsAsync(development)).Count, (await SyncsAsync(production)).Count));
    }
}
