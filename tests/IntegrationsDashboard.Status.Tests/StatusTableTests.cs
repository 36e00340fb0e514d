using static IntegrationsDashboard.Status.NextStepKind;
using static IntegrationsDashboard.Status.SyncState;
using static IntegrationsDashboard.Status.Tests.Times;

namespace IntegrationsDashboard.Status.Tests;

/// <summary>The table of the nine statuses, row by row.</summary>
public class StatusTableTests
{
    private static readonly IntegrationStatus[] BySync =
    [
        IntegrationStatus.AuthenticationFailing, IntegrationStatus.SyncFailing, IntegrationStatus.SyncHasWarnings, IntegrationStatus.Active,
    ];

    /// <summary>All pairs of statuses whose conditions can hold at once.</summary>
    public static TheoryData<IntegrationStatus, IntegrationStatus> Pairs
    {
        get
        {
            var all = Enum.GetValues<IntegrationStatus>();
            var pairs = new TheoryData<IntegrationStatus, IntegrationStatus>();
            foreach (var (upper, lower) in from upper in all from lower in all where upper < lower select (upper, lower))
            {
                // There is one last sync, and one that got in proves the credentials.
                var apart = BySync.Contains(upper)
                    || (upper == IntegrationStatus.CredentialsInvalid
                        && lower is IntegrationStatus.SyncHasWarnings or IntegrationStatus.Active);
                if (!apart)
                {
                    pairs.Add(upper, lower);
                }
            }

            return pairs;
        }
    }

    [Fact]
    public void Deleted_is_what_was_deleted()
    {
        var story = Story.InProduction().Sync(Succeeded).After(Hours(1)).Gone();
        Reads(story, "deleted", ReasonCode.DeletedDataKept, syncs: false, IntegrationState.NotFound, ReadDeletionPolicy);
        Assert.Equal(Created + Hours(1), story.Now.Since);
        Assert.Equal(default, story.Now.Evidence);
    }

    [Fact]
    public void Inactive_is_what_a_person_switched_off()
    {
        var story = Story.InProduction().Sync(Succeeded).After(Hours(1)).SwitchedOff();
        Reads(story, "inactive", ReasonCode.SwitchedOffByPerson, syncs: false, IntegrationState.Inactive, Reactivate);
        Assert.Equal("Ada", story.Now.Reason.By.Name);
        Assert.Equal(Created + Hours(1), story.Now.Since);
    }

    [Fact]
    public void Inactive_is_what_an_api_call_switched_off()
    {
        var story = Story.InProduction().SwitchedOffByApi();
        Reads(story, "inactive", ReasonCode.SwitchedOffByApi, syncs: false, IntegrationState.Inactive, Reactivate);
        Assert.Equal(new Actor(ActorKind.ApiKey, "key"), story.Now.Reason.By);
    }

    [Fact]
    public void Inactive_is_what_the_idle_rule_switched_off()
    {
        var story = Story.InDevelopment().After(Days(20));
        Reads(story, "inactive", ReasonCode.SwitchedOffWhenIdle, syncs: false, IntegrationState.Inactive, Reactivate);
        Assert.Equal(Created + Days(14), story.Now.Since);
        Assert.Equal(Actor.Rule, story.Now.Reason.By);
    }

    [Fact]
    public void Credentials_invalid_is_what_was_refused_for_three_days()
    {
        var story = Story.InProduction().Sync(Succeeded).After(Hours(1)).RefusedForThreeDays();
        Reads(
            story,
            "credentials-invalid",
            ReasonCode.CredentialsRefused,
            syncs: false,
            IntegrationState.Invalid,
            SendReconnectionLink,
            EnterCredentials);
        Assert.Equal("s3", story.Now.Evidence.SyncId);
        Assert.Equal((Created + Hours(1), Created + Hours(73)), (story.Now.Reason.Since, story.Now.Reason.Until));
        Assert.Equal(Created + Hours(73), story.Now.Since);
    }

    [Theory]
    [InlineData(PartiallyFailed, ReasonCode.FirstSyncHadWarnings)]
    [InlineData(Failed, ReasonCode.FirstSyncFailed)]
    [InlineData(AuthenticationFailed, ReasonCode.FirstSyncFailed)]
    [InlineData(TimedOut, ReasonCode.FirstSyncFailed)]
    public void Quality_assurance_is_what_did_not_succeed_at_first(SyncState first, ReasonCode reason)
    {
        var story = Story.InProduction().After(Hours(1)).Sync(first).After(Hours(1)).Sync(Succeeded);
        Reads(story, "quality-assurance", reason, syncs: false, IntegrationState.Inactive, SeeQualityAssurance);
        Assert.Equal(QaStatus.Failed, story.Now.Qa);
        Assert.Equal("s1", story.Now.Evidence.SyncId);
        Assert.Equal(Created + Hours(1), story.Now.Since);
    }

    [Fact]
    public void Setup_is_what_has_no_filters_yet()
    {
        var story = Story.InProduction(SetupStatus.Incomplete).After(Hours(1)).Sync(Succeeded).After(Hours(1)).Sync(Failed);
        Reads(story, "setup", ReasonCode.FiltersNotConfigured, syncs: false, IntegrationState.Active, ConfigureFilters, CreateSetupLink);
        Assert.Equal(SetupStatus.Incomplete, story.Now.Setup);
        Assert.Equal(Created, story.Now.Since);
    }

    [Fact]
    public void Authentication_failing_is_what_was_refused_last()
    {
        var story = Story.InProduction().Sync(Succeeded).After(Hours(1)).Sync(AuthenticationFailed, error: 7);
        Reads(story, "authentication-failing", ReasonCode.AuthenticationRefused, syncs: true, IntegrationState.Active, Reconnect, OpenLog);
        Assert.Equal(Created + Hours(73), story.Now.Reason.Until);
        Assert.Equal([default, new Evidence("s2", 7)], story.Now.NextSteps.Select(step => step.Target));
    }

    [Theory]
    [InlineData(Failed, ReasonCode.SyncFailed)]
    [InlineData(TimedOut, ReasonCode.SyncTimedOut)]
    public void Sync_failing_is_what_failed_last(SyncState last, ReasonCode reason)
    {
        var story = Story.InProduction().Sync(Succeeded).After(Hours(1)).Sync(last, error: 7, warning: 3);
        Reads(story, "sync-failing", reason, syncs: true, IntegrationState.Active, OpenLog, ContactSupport);
        Assert.All(story.Now.NextSteps, step => Assert.Equal(new Evidence("s2", 7), step.Target));
    }

    [Fact]
    public void Failing_and_timing_out_are_one_run()
    {
        var story = Story.InProduction().Sync(Succeeded).After(Hours(1)).Sync(Failed).After(Hours(1)).Sync(TimedOut);
        Assert.Equal((Created + Hours(1), "s3"), (story.Now.Since, story.Now.Evidence.SyncId));
    }

    [Fact]
    public void Sync_has_warnings_is_what_had_warnings_last()
    {
        var story = Story.InProduction().Sync(Succeeded).After(Hours(1)).Sync(PartiallyFailed, error: 7, warning: 3);
        Reads(story, "sync-has-warnings", ReasonCode.SyncHadWarnings, syncs: true, IntegrationState.Active, OpenLog, ContactSupport);
        Assert.All(story.Now.NextSteps, step => Assert.Equal(new Evidence("s2", 3), step.Target));
    }

    [Fact]
    public void Active_is_everything_else()
    {
        var story = Story.InProduction().After(Hours(1)).Sync(Succeeded).After(Hours(1)).Sync(Succeeded);
        Reads(story, "active", ReasonCode.Syncing, syncs: true, IntegrationState.Active);
        Assert.Equal((QaStatus.Passed, SetupStatus.Completed), (story.Now.Qa, story.Now.Setup));
        Assert.Equal(Created + Hours(1), story.Now.Since);
    }

    [Fact]
    public void Active_waits_for_the_first_sync_before_it_finished()
    {
        var story = Story.InProduction().After(Days(100));
        Reads(story, "active", ReasonCode.AwaitingFirstSync, syncs: true, IntegrationState.Active);
        Assert.Equal(QaStatus.Pending, story.Now.Qa);
        Assert.Equal(Created, story.Now.Since);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Of_two_that_hold_the_upper_is_the_status(IntegrationStatus upper, IntegrationStatus lower)
    {
        bool Holds(IntegrationStatus status) => upper == status || lower == status;
        var story = Story.InProduction(Holds(IntegrationStatus.Setup) ? SetupStatus.Incomplete : SetupStatus.Completed)
            .Sync(Holds(IntegrationStatus.QualityAssurance) ? Failed : Succeeded)
            .After(Hours(1));
        story = Holds(IntegrationStatus.CredentialsInvalid) ? story.RefusedForThreeDays().After(Hours(1)) : story;
        story = lower switch
        {
            IntegrationStatus.AuthenticationFailing => story.Sync(AuthenticationFailed),
            IntegrationStatus.SyncFailing => story.Sync(Failed),
            IntegrationStatus.SyncHasWarnings => story.Sync(PartiallyFailed),
            IntegrationStatus.Active => story.Sync(Succeeded),
            _ => story,
        };
        story = Holds(IntegrationStatus.Inactive) ? story.SwitchedOff() : story;
        story = Holds(IntegrationStatus.Deleted) ? story.Gone() : story;
        Assert.Equal(upper, story.Status);

        // And the lower one did hold beneath it: ending the upper one uncovers it.
        Assert.Equal(lower, upper switch
        {
            IntegrationStatus.Deleted => lower,
            IntegrationStatus.Inactive => story.SwitchedOn().Status,
            IntegrationStatus.CredentialsInvalid => story.NewCredentials().Status,
            IntegrationStatus.QualityAssurance => story.Resolved().Status,
            _ => story.FiltersConfigured().Status,
        });
    }

    private static void Reads(
        Story story, string word, ReasonCode reason, bool syncs, IntegrationState state, params NextStepKind[] steps)
    {
        var now = story.Now;
        Assert.Equal(word, now.Status.Word());
        Assert.Equal(reason, now.Reason.Code);
        Assert.Equal(syncs, now.SyncsAutomatically);
        Assert.Equal(state, now.State);
        Assert.Equal(steps, now.NextSteps.Select(step => step.Kind));
    }
}
