using static IntegrationsDashboard.Status.SyncState;
using static IntegrationsDashboard.Status.Tests.Times;

namespace IntegrationsDashboard.Status.Tests;

/// <summary>Rule 1: from refused sign-ins to invalid credentials.</summary>
public class AuthenticationRuleTests
{
    private static readonly Story Working = Story.InProduction().Sync(Succeeded).After(Hours(1));

    private static readonly Story Invalid = Working.RefusedForThreeDays().After(Hours(1));

    [Fact]
    public void A_streak_of_exactly_72_hours_fires() =>
        Assert.Equal(IntegrationStatus.CredentialsInvalid, Working.RefusedForThreeDays().Status);

    [Fact]
    public void A_streak_one_tick_shorter_does_not_fire()
    {
        var story = Working.Sync(AuthenticationFailed).After(Hours(72) - Tick).Sync(AuthenticationFailed);
        Assert.Equal(IntegrationStatus.AuthenticationFailing, story.Status);
        Assert.Equal(IntegrationStatus.CredentialsInvalid, story.After(Tick).Sync(AuthenticationFailed).Status);
    }

    [Fact]
    public void The_pause_needs_a_refusal_and_not_time_alone()
    {
        var story = Working.Sync(AuthenticationFailed);
        Assert.Equal(story.Clock + Hours(72), story.Now.NextChangeAt);
        story = story.After(Hours(72));
        Assert.Equal(IntegrationStatus.AuthenticationFailing, story.Status);
        Assert.Equal(ReasonCode.AuthenticationRefusedPauseDue, story.Now.Reason.Code);
        Assert.Null(story.Now.NextChangeAt);
    }

    [Fact]
    public void One_refusal_after_a_long_silence_is_not_three_days_of_them() =>
        Assert.Equal(IntegrationStatus.AuthenticationFailing, Working.After(Days(30)).Sync(AuthenticationFailed).Status);

    [Theory]
    [InlineData(Succeeded)]
    [InlineData(PartiallyFailed)]
    [InlineData(Failed)]
    [InlineData(TimedOut)]
    public void A_sync_of_another_state_ends_the_streak(SyncState between)
    {
        var story = Working.Sync(AuthenticationFailed).After(Hours(71)).Sync(between).After(Hours(1)).Sync(AuthenticationFailed);
        Assert.Equal(IntegrationStatus.AuthenticationFailing, story.Status);
        Assert.Equal(story.Clock + Hours(72), story.Now.Reason.Until);
    }

    [Fact]
    public void A_cancelled_sync_does_not_end_the_streak() => Assert.Equal(
        IntegrationStatus.CredentialsInvalid,
        Working.Sync(AuthenticationFailed).After(Hours(1)).Sync(Cancelled).After(Hours(71)).Sync(AuthenticationFailed).Status);

    [Fact]
    public void New_credentials_end_the_streak()
    {
        var story = Working.Sync(AuthenticationFailed).After(Hours(71)).NewCredentials();
        Assert.Equal(IntegrationStatus.AuthenticationFailing, story.Status);
        Assert.Equal(ReasonCode.AuthenticationAwaitingSync, story.Now.Reason.Code);
        Assert.Equal(story.Clock, story.Now.Reason.Until);
        Assert.Equal(IntegrationStatus.AuthenticationFailing, story.After(Hours(1)).Sync(AuthenticationFailed).Status);
    }

    [Fact]
    public void A_reactivation_ends_the_streak()
    {
        var story = Working.Sync(AuthenticationFailed).After(Hours(1)).SwitchedOff().After(Hours(1)).SwitchedOn();
        Assert.Equal(ReasonCode.AuthenticationAwaitingSync, story.Now.Reason.Code);
        Assert.Equal(IntegrationStatus.AuthenticationFailing, story.After(Hours(72)).Sync(AuthenticationFailed).Status);
    }

    [Fact]
    public void Switching_on_what_is_on_is_no_reactivation() => Assert.Equal(
        IntegrationStatus.CredentialsInvalid,
        Working.Sync(AuthenticationFailed).After(Hours(1)).SwitchedOn().After(Hours(71)).Sync(AuthenticationFailed).Status);

    [Fact]
    public void New_credentials_heal()
    {
        var story = Invalid.NewCredentials();
        Assert.Equal(IntegrationStatus.AuthenticationFailing, story.Status);
        Assert.True(story.Now.SyncsAutomatically);
    }

    [Theory]
    [InlineData(Succeeded, IntegrationStatus.Active)]
    [InlineData(PartiallyFailed, IntegrationStatus.SyncHasWarnings)]
    public void A_sync_that_got_in_heals(SyncState state, IntegrationStatus status) => Assert.Equal(status, Invalid.Sync(state).Status);

    [Theory]
    [InlineData(Failed)]
    [InlineData(TimedOut)]
    [InlineData(AuthenticationFailed)]
    [InlineData(Cancelled)]
    public void No_other_sync_heals(SyncState state)
    {
        var story = Invalid.Sync(state);
        Assert.Equal(IntegrationStatus.CredentialsInvalid, story.Status);
        Assert.Equal(Invalid.Now, story.Now);
    }

    [Fact]
    public void Switching_off_and_on_does_not_heal() =>
        Assert.Equal(IntegrationStatus.CredentialsInvalid, Invalid.SwitchedOff().After(Hours(1)).SwitchedOn().Status);

    [Fact]
    public void The_grace_is_configurable()
    {
        var rules = new StatusRules { AuthenticationGrace = Hours(1) };
        var facts = Working.Facts
            .Apply(new SyncFinished(new SyncReference("a", AuthenticationFailed, Working.Clock)), rules)
            .Apply(new SyncFinished(new SyncReference("b", AuthenticationFailed, Working.Clock + Hours(1))), rules);
        Assert.Equal(IntegrationStatus.CredentialsInvalid, StatusEvaluator.Evaluate(facts, Working.Clock + Hours(1), rules).Status);
    }
}
