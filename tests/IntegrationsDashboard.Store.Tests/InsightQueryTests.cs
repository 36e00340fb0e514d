using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

public sealed class InsightQueryTests : StoreTest
{
    private Integration Integration { get; set; } = null!;

    [Fact]
    public async Task The_first_day_begins_with_the_status_from_before_it()
    {
        await FinishAsync("s1", SyncState.Succeeded, TimeSpan.FromDays(10));
        await FinishAsync("s2", SyncState.Failed, TimeSpan.FromDays(9));
        await FinishAsync("s3", SyncState.Succeeded, TimeSpan.FromHours(2));

        var days = await Store.Insights.UptimeAsync(Store.Workspace, Integration.Id, 3);

        // It is eight o'clock: since six it works.
        Assert.Equal([[IntegrationStatus.SyncFailing], [IntegrationStatus.SyncFailing], [IntegrationStatus.SyncFailing, IntegrationStatus.Active]], days.Select(day => day.Statuses));
        Assert.Equal(TimeSpan.FromHours(2), days[^1].Working);
        Assert.Equal(TimeSpan.FromHours(6), days[^1].Down);
        Assert.All(await Store.Insights.UptimeAsync(Store.Development, Integration.Id, 3), day => Assert.Null(day.Worst));
    }

    [Fact]
    public async Task Each_day_tells_what_its_syncs_came_to()
    {
        await FinishAsync("s1", SyncState.Succeeded, TimeSpan.FromDays(1));
        await FinishAsync("s2", SyncState.Failed, TimeSpan.FromDays(1));
        await FinishAsync("s3", SyncState.Succeeded, TimeSpan.FromDays(3));

        var days = await Store.Insights.DaysAsync(Store.Workspace, Integration.Id, 3);

        Assert.Equal([0, 2, 0], days.Select(day => day.Sum.Total));
        Assert.Equal(0.5, days[1].Sum.SuccessRate);
        Assert.All(await Store.Insights.DaysAsync(Store.Development, Integration.Id, 3), day => Assert.Equal(TallySum.None, day.Sum));
    }

    [Fact]
    public async Task The_last_that_worked_and_the_first_that_did_not_are_found_with_what_happened_between()
    {
        await FinishAsync("good", SyncState.Succeeded, TimeSpan.FromHours(10));
        await Store.RecordAsync(Integration, new CredentialsReplaced(Store.Now.AddHours(-9)) { Actor = new Actor(ActorKind.Person, "Ada") });
        await FinishAsync("cancelled", SyncState.Cancelled, TimeSpan.FromHours(8));
        await FinishAsync("bad", SyncState.Failed, TimeSpan.FromHours(7));
        await Store.RecordAsync(Integration, new CredentialsReplaced(Store.Now.AddHours(-6)) { Actor = new Actor(ActorKind.Person, "Bob") });
        await FinishAsync("worse", SyncState.TimedOut, TimeSpan.FromHours(5));

        var relapse = await RelapseAsync(Store.Workspace);

        Assert.Equal(("good", "bad"), (relapse?.Good.SyncId, relapse?.Bad.SyncId));
        var happened = Assert.Single(relapse!.Between);
        Assert.Equal((EventKind.CredentialsReplaced, "Ada"), (happened.Event, happened.By.Name));
        Assert.Null(await Store.Insights.RelapseAsync(Store.Development, (await Store.Integrations.FindAsync(Store.Workspace, Integration.Id))!));
    }

    [Theory]
    [InlineData(SyncState.Failed, "warned")]
    [InlineData(SyncState.PartiallyFailed, "good")]
    public async Task Warnings_count_as_working_where_nothing_got_through_since(SyncState last, string good)
    {
        await FinishAsync("good", SyncState.Succeeded, TimeSpan.FromHours(10));
        await FinishAsync("warned", SyncState.PartiallyFailed, TimeSpan.FromHours(9));
        await FinishAsync("last", last, TimeSpan.FromHours(8));

        Assert.Equal(good, (await RelapseAsync(Store.Workspace))?.Good.SyncId);
    }

    [Fact]
    public async Task Failures_of_another_kind_before_are_no_end_of_the_search()
    {
        await FinishAsync("good", SyncState.Succeeded, TimeSpan.FromHours(10));
        await FinishAsync("failed", SyncState.Failed, TimeSpan.FromHours(9));
        await FinishAsync("refused", SyncState.AuthenticationFailed, TimeSpan.FromHours(8));

        var relapse = await RelapseAsync(Store.Workspace);

        Assert.Equal(("good", "failed"), (relapse?.Good.SyncId, relapse?.Bad.SyncId));
    }

    [Fact]
    public async Task There_is_nothing_to_tell_of_what_works_or_never_did()
    {
        Assert.Null(await RelapseAsync(Store.Workspace));
        await FinishAsync("first", SyncState.Failed, TimeSpan.FromHours(9));
        Assert.Null(await RelapseAsync(Store.Workspace));
        await Store.RecordAsync(Integration, new QaResolved(Store.Now.AddHours(-8)));
        Assert.Null(await RelapseAsync(Store.Workspace));
        await FinishAsync("good", SyncState.Succeeded, TimeSpan.FromHours(7));
        Assert.Null(await RelapseAsync(Store.Workspace));
    }

    [Theory]
    [InlineData(Rights.Read | Rights.Act, 0)]
    [InlineData(Rights.Read | Rights.Act | Rights.Administer, 1)]
    public async Task Changes_of_the_schedule_are_told_to_those_who_may_read_the_audit_log(Rights rights, int told)
    {
        var created = new NewConnection("http://localhost/", "", TimeSpan.FromHours(10), TimeSpan.FromHours(3));
        Integration = await Store.Ledger.WriteAsync(session => session.ConnectAsync(Store.Production, TestStore.New(), created));
        await Store.FinishAsync(Integration, "good", SyncState.Succeeded);
        Store.Time.Advance(TimeSpan.FromHours(1));
        var scope = Store.Production with { By = TestStore.Allowed(Rights.Act) };
        await Store.Ledger.WriteAsync(async session =>
        {
            await session.SetScheduleAsync(scope, Integration.Id, TimeSpan.FromHours(12), TimeSpan.FromHours(4));
            return true;
        });
        Store.Time.Advance(TimeSpan.FromHours(1));
        await Store.FinishAsync(Integration, "bad", SyncState.Failed);

        var relapse = await RelapseAsync(Store.Workspace with { By = TestStore.Allowed(rights) });

        Assert.Equal(told, relapse!.Between.Count);
        Assert.All(relapse.Between, happened => Assert.Equal(AuditAction.ScheduleSet, happened.Act));
    }

    protected override async Task PrepareAsync() =>
        Integration = await Store.Ledger.CreateIntegrationAsync(Store.Production, TestStore.New() with { CreatedAt = Store.Now.AddDays(-20) });

    private Task<Integration> FinishAsync(string sync, SyncState state, TimeSpan ago) => Store.FinishAsync(Integration, sync, state, Store.Now - ago);

    private async Task<Relapse?> RelapseAsync(WorkspaceScope scope) =>
        await Store.Insights.RelapseAsync(scope, (await Store.Integrations.FindAsync(scope, Integration.Id))!);
}
