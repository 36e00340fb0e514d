using static IntegrationsDashboard.Status.SyncState;
using static IntegrationsDashboard.Status.Tests.Times;

namespace IntegrationsDashboard.Status.Tests;

/// <summary>Rule 3: a development integration that nobody uses.</summary>
public class IdleRuleTests
{
    [Fact]
    public void Fourteen_days_without_a_request_switch_it_off()
    {
        var story = Story.InDevelopment().After(Days(2)).Requested();
        Assert.Equal(Created + Days(16), story.Now.NextChangeAt);
        Assert.Equal(IntegrationStatus.Active, story.After(Days(14) - Tick).Status);
        Assert.Equal(IntegrationStatus.Inactive, story.After(Days(14)).Status);
        Assert.Equal(Created + Days(16), story.After(Days(50)).Now.Since);
    }

    [Fact]
    public void Never_in_production()
    {
        var story = Story.InProduction().After(Days(1000));
        Assert.Equal(IntegrationStatus.Active, story.Status);
        Assert.Null(story.Now.NextChangeAt);
    }

    [Fact]
    public void Syncs_are_no_requests() =>
        Assert.Equal(IntegrationStatus.Inactive, Story.InDevelopment().After(Days(13)).Sync(Succeeded).After(Days(1)).Status);

    [Fact]
    public void A_request_a_tick_before_the_limit_keeps_it_on() =>
        Assert.Equal(IntegrationStatus.Active, Story.InDevelopment().After(Days(14) - Tick).Requested().After(Days(14) - Tick).Status);

    [Fact]
    public void A_request_after_the_limit_does_not_switch_it_on_again()
    {
        var story = Story.InDevelopment().After(Days(14)).Requested().After(Days(1)).Requested();
        Assert.Equal((IntegrationStatus.Inactive, Created + Days(14)), (story.Status, story.Now.Since));
    }

    [Fact]
    public void A_reactivation_starts_the_fourteen_days_anew()
    {
        var story = Story.InDevelopment().After(Days(20)).SwitchedOn();
        Assert.Equal((IntegrationStatus.Active, Created + Days(34)), (story.Status, story.Now.NextChangeAt));
        Assert.Equal(IntegrationStatus.Inactive, story.After(Days(14)).Status);
    }

    [Fact]
    public void A_reactivation_before_requests_could_be_known_proves_no_idleness()
    {
        // Imported history: it was switched off and on long before anybody watched it.
        var watchedSince = Created + Days(20);
        var facts = IntegrationFacts.Created(EnvironmentKind.Development, Created, watchedSince)
            .Apply(new Deactivated(Created + Days(1)))
            .Apply(new Activated(Created + Days(2)));
        Assert.Equal(watchedSince + Days(14), StatusEvaluator.Evaluate(facts, watchedSince).NextChangeAt);
    }

    [Fact]
    public void The_clock_s_event_does_nothing_where_a_request_came_before_it()
    {
        var story = Story.InDevelopment().After(Days(13)).Requested().After(Days(1));
        Assert.Equal(IntegrationStatus.Active, story.Happens(new IdleDeadlineReached(story.Clock)).Status);
    }

    [Fact]
    public void A_person_s_word_stands_where_the_limit_comes_later() => Assert.Equal(
        ReasonCode.SwitchedOffByPerson,
        Story.InDevelopment().After(Days(1)).SwitchedOff().After(Days(30)).Now.Reason.Code);

    [Fact]
    public void What_time_alone_did_can_be_kept_and_a_request_reported_late_still_finds_its_place()
    {
        var facts = Story.InDevelopment().Facts.AdvanceTo(Created + Days(15), StatusRules.Default);
        Assert.True(facts.IsLate(new ApiRequested(Created + Days(13))));
        Assert.False(facts.IsLate(new SyncFinished(new SyncReference("a", Succeeded, Created + Days(14)))));
    }

    [Fact]
    public void A_cancelled_sync_after_the_limit_does_not_tell_of_it_twice()
    {
        var changes = new List<StatusTransition>();
        var facts = Story.InDevelopment().Facts;
        foreach (var (state, day) in new[] { (Cancelled, 15), (Succeeded, 16) })
        {
            var sync = new SyncFinished(new SyncReference($"s{day}", state, Created + Days(day)));
            facts = StatusHistory.Step(facts, sync, StatusRules.Default, changes);
        }

        Assert.Equal(Created + Days(14), Assert.Single(changes).At);
    }
}
