using static IntegrationsDashboard.Status.SyncState;
using static IntegrationsDashboard.Status.Tests.Times;

namespace IntegrationsDashboard.Status.Tests;

/// <summary>Rule 2 and the set-up beside it: what the first sync showed.</summary>
public class QualityAssuranceRuleTests
{
    [Fact]
    public void An_operator_resolves_it_and_it_syncs_again()
    {
        var story = Story.InProduction().Sync(Failed).After(Hours(1)).Resolved();
        Assert.Equal((IntegrationStatus.SyncFailing, QaStatus.Passed, true), (story.Status, story.Now.Qa, story.Now.SyncsAutomatically));
    }

    [Fact]
    public void A_resolution_holds_for_ever() =>
        Assert.Equal(QaStatus.Passed, Story.InProduction().Sync(Failed).Resolved().After(Hours(1)).Sync(Failed).Now.Qa);

    [Fact]
    public void A_resolution_before_the_first_sync_resolves_nothing() =>
        Assert.Equal(IntegrationStatus.QualityAssurance, Story.InProduction().Resolved().After(Hours(1)).Sync(Failed).Status);

    [Fact]
    public void Only_the_first_sync_counts() =>
        Assert.Equal(IntegrationStatus.SyncFailing, Story.InProduction().Sync(Succeeded).After(Hours(1)).Sync(Failed).Status);

    [Fact]
    public void A_cancelled_sync_is_not_the_first() =>
        Assert.Equal(QaStatus.Pending, Story.InProduction().Sync(Cancelled).Now.Qa);

    [Theory]
    [InlineData(Succeeded, SetupStatus.Completed)]
    [InlineData(PartiallyFailed, SetupStatus.Completed)]
    [InlineData(Failed, SetupStatus.FinalSyncPending)]
    [InlineData(AuthenticationFailed, SetupStatus.FinalSyncPending)]
    public void Set_up_is_complete_with_the_first_sync_that_got_in_with_the_filters(SyncState next, SetupStatus setup)
    {
        var story = Story.InProduction(SetupStatus.Incomplete).Sync(Succeeded).After(Hours(1)).FiltersConfigured();
        Assert.Equal((IntegrationStatus.Active, SetupStatus.FinalSyncPending), (story.Status, story.Now.Setup));
        Assert.Equal(story.Clock, story.Now.Since);
        Assert.Equal(setup, story.After(Hours(1)).Sync(next).Now.Setup);
    }
}
