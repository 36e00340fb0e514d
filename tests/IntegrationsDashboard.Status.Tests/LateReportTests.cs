using static IntegrationsDashboard.Status.SyncState;
using static IntegrationsDashboard.Status.Tests.Times;

namespace IntegrationsDashboard.Status.Tests;

/// <summary>Rule 6: late and repeated reports, and what becomes known of a sync besides its end.</summary>
public class LateReportTests
{
    private static readonly SyncFinished Early = new(new SyncReference("early", Failed, Created));
    private static readonly SyncFinished Later = new(new SyncReference("later", Succeeded, Created + Hours(1)));

    [Fact]
    public void A_late_sync_is_refused_with_the_instants_in_the_message()
    {
        var facts = Story.InProduction().Facts.Apply(Later);
        Assert.True(facts.IsLate(Early));
        var refusal = Assert.Throws<ArgumentException>(() => facts.Apply(Early));
        Assert.Equal("event", refusal.ParamName);
        Assert.Contains($"{Created:O}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_first_sync_is_the_first_sync()
    {
        var recorder = new Recorder(Story.InProduction().Facts);
        recorder.Record(Later);
        Assert.Equal(IntegrationStatus.Active, StatusEvaluator.Evaluate(recorder.Facts, Created + Hours(1)).Status);
        recorder.Record(Early);
        Assert.Equal(IntegrationStatus.QualityAssurance, StatusEvaluator.Evaluate(recorder.Facts, Created + Hours(1)).Status);
    }

    [Fact]
    public void The_same_sync_reported_twice_changes_nothing()
    {
        var facts = Story.InProduction().Facts.Apply(Early);
        Assert.False(facts.IsLate(Early));
        Assert.Equal(facts, facts.Apply(Early));
    }

    [Fact]
    public void A_repeated_report_takes_nothing_away_that_the_log_has_added()
    {
        var facts = Story.InProduction().Facts.Apply(Early);
        facts = facts.Apply(new LogEntriesRecorded(Created, Early.Sync with { FirstError = 4 }));
        Assert.Equal(facts, facts.Apply(Early));
    }

    [Fact]
    public void At_one_instant_syncs_come_first_by_id_and_all_else_by_number()
    {
        EventPosition[] sorted =
        [
            EventPosition.Start,
            EventPosition.OfSync(Created, "B"),
            EventPosition.OfSync(Created, "a"),
            EventPosition.Of(Created, 1),
            EventPosition.Of(Created, 2),
            EventPosition.OfSync(Created + Tick, "A"),
        ];
        Assert.Equal(sorted, sorted.Reverse().Order());
        for (var i = 1; i < sorted.Length; i++)
        {
            Assert.True(sorted[i - 1] < sorted[i] && sorted[i - 1] <= sorted[i] && sorted[i] > sorted[i - 1] && sorted[i] >= sorted[i - 1]);
        }
    }

    [Fact]
    public void Log_entries_only_add_to_what_is_known()
    {
        var story = Story.InProduction().Sync(Succeeded).After(Hours(1)).Sync(Failed, error: 7, message: "Broken pipe.");

        // Written while the sync still ran, and without a message.
        var log = new SyncReference("s2", Running, story.Clock - Hours(1), FirstWarning: 3);
        var now = story.Happens(new LogEntriesRecorded(story.Clock, log)).Now;
        Assert.Equal(story.Now, now);
    }

    [Fact]
    public void Log_entries_recorded_later_complete_the_evidence()
    {
        var story = Story.InProduction().Sync(Failed);
        Assert.Equal(new Evidence("s1", null), story.Now.Evidence);
        var log = story.Facts.FirstSync! with { FirstError = 4, Message = "Broken pipe." };
        var now = story.After(Hours(1)).Happens(new LogEntriesRecorded(story.Clock, log)).Now;
        Assert.Equal(new Evidence("s1", 4), now.Evidence);
        Assert.Equal("Broken pipe.", now.Reason.Message);
    }
}
