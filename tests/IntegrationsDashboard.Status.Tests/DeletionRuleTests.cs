using static IntegrationsDashboard.Status.SyncState;
using static IntegrationsDashboard.Status.Tests.Times;

namespace IntegrationsDashboard.Status.Tests;

/// <summary>Rule 4: after a deletion.</summary>
public class DeletionRuleTests
{
    [Fact]
    public void The_reason_changes_when_the_data_is_due_to_be_erased()
    {
        var story = Story.InProduction().After(Days(1)).Gone();
        Assert.Equal(Created + Days(15), story.Now.NextChangeAt);
        Assert.Equal(Created + Days(15), story.Now.Reason.Until);
        Assert.Equal(ReasonCode.DeletedDataKept, story.After(Days(14) - Tick).Now.Reason.Code);
        Assert.Equal(ReasonCode.DeletedDataErased, story.After(Days(14)).Now.Reason.Code);
        Assert.Null(story.After(Days(14)).Now.NextChangeAt);
    }

    [Fact]
    public void Nothing_that_happens_later_changes_anything()
    {
        var story = Story.InDevelopment().Sync(Succeeded).After(Days(1)).Gone();
        var later = story.After(Hours(1)).Sync(Failed).SwitchedOff().SwitchedOn().NewCredentials().Resolved().Requested().Gone();
        Assert.Equal(story.Now, later.Now);
        Assert.Equal(story.Facts, later.Facts);
    }

    [Fact]
    public void What_was_idle_is_deleted_all_the_same() =>
        Assert.Equal(IntegrationStatus.Deleted, Story.InDevelopment().After(Days(20)).Gone().After(Days(20)).Status);
}
