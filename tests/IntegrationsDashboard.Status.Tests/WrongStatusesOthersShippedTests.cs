using static IntegrationsDashboard.Status.SyncState;
using static IntegrationsDashboard.Status.Tests.Times;

namespace IntegrationsDashboard.Status.Tests;

/// <summary>Wrong statuses that other dashboards have shown their users, each with its number in their trackers.</summary>
public class WrongStatusesOthersShippedTests
{
    private static readonly Story Failing =
        Story.InProduction().Sync(Succeeded).After(Hours(1)).Sync(Failed, error: 7, message: "Broken pipe.").After(Hours(1));

    [Fact] // airbytehq/airbyte 3723
    public void A_sync_that_merely_runs_after_a_failure_turns_nothing_green() =>
        Assert.Equal(Failing.Now, Failing.Sync(Running).Now);

    [Fact] // airbytehq/airbyte 8339
    public void A_cancelled_sync_is_no_success()
    {
        Assert.Equal(Failing.Now, Failing.Sync(Cancelled).Now);
        Assert.Equal(ReasonCode.AwaitingFirstSync, Story.InProduction().Sync(Cancelled).Now.Reason.Code);
    }

    [Fact] // airbytehq/airbyte 33820
    public void While_a_retry_is_under_way_it_still_says_which_sync_failed_and_since_when()
    {
        var retrying = Failing.Sync(Running).After(Hours(1));
        Assert.Equal(("s2", Created + Hours(1)), (retrying.Now.Evidence.SyncId, retrying.Now.Since));

        // The page shows the running sync beside it; only its end tells anything new.
        var failedAgain = retrying.Sync(Failed);
        Assert.Equal(("s4", Created + Hours(1)), (failedAgain.Now.Evidence.SyncId, failedAgain.Now.Since));
        Assert.Equal(IntegrationStatus.Active, retrying.Sync(Succeeded).Status);
    }

    [Theory] // airbytehq/airbyte 5518 and 893
    [InlineData(Failed)]
    [InlineData(TimedOut)]
    [InlineData(PartiallyFailed)]
    [InlineData(AuthenticationFailed)]
    public void The_reason_carries_what_the_log_says(SyncState state)
    {
        var first = Story.InProduction().Sync(state, error: 7, warning: 7, message: "No such table.");
        var resolved = first.Resolved();
        Assert.All([first, resolved], story => Assert.Equal("No such table.", story.Now.Reason.Message));
        Assert.All([first, resolved], story => Assert.Equal(new Evidence("s1", 7), story.Now.Evidence));
    }

    [Fact] // airbytehq/airbyte 5518 and 893
    public void The_reason_for_a_pause_carries_what_the_log_says() => Assert.Equal(
        "Expired.",
        Failing.Sync(AuthenticationFailed).After(Hours(72)).Sync(AuthenticationFailed, message: "Expired.").Now.Reason.Message);

    [Fact]
    public void A_long_message_is_cut_and_never_through_a_character()
    {
        Assert.Null(SyncReference.Shorten(null));
        var fits = new string('a', SyncReference.MaxMessageLength);
        Assert.Equal(fits, SyncReference.Shorten(fits));
        Assert.Equal(fits[1..] + "…", SyncReference.Shorten(fits + "b"));
        Assert.Equal(fits[2..] + "…", SyncReference.Shorten(fits[2..] + "😀 and more"));
    }

    [Fact] // airbytehq/airbyte 1419
    public void An_attempt_never_shows_the_log_of_another()
    {
        var story = Failing.Sync(Failed, message: "Time is out.");
        var before = story.Facts.LastSync!;
        var other = story.Happens(new LogEntriesRecorded(story.Clock, before with { SyncId = "s2", FirstError = 99, Message = "Other." }));
        Assert.Equal(story.Now, other.Now);
        var own = story.Happens(new LogEntriesRecorded(story.Clock, before with { FirstError = 5 }));
        Assert.Equal(new Evidence("s3", 5), own.Now.Evidence);
        Assert.All(own.Now.NextSteps, step => Assert.Equal(own.Now.Evidence, step.Target));
    }

    [Fact] // Xabaril/AspNetCore.Diagnostics.HealthChecks 315
    public void One_integration_s_history_never_shows_in_another()
    {
        // Told in turns, event by event, each reads as if it were told alone.
        var alone = Failing;
        var other = Story.InProduction(SetupStatus.Incomplete);
        var together = Story.InProduction();
        foreach (var @event in alone.Events)
        {
            together = together.After(@event.At - together.Clock).Happens(@event);
            other = other.After(@event.At - other.Clock).Sync(AuthenticationFailed).NewCredentials();
        }

        Assert.Equal(alone.Facts, together.Facts);
        Assert.Equal(IntegrationStatus.QualityAssurance, other.Status);
        Assert.Equal(IntegrationStatus.SyncFailing, together.Status);
    }
}
