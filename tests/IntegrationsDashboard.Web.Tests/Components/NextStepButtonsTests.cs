using Bunit;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Web.Components.Shared;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class NextStepButtonsTests : ComponentTest
{
    private const string Id = "personio:abcdefghijklmnopqrstuvwx";

    [Fact]
    public void A_failing_sync_leads_to_the_log_entry_and_to_support()
    {
        var failed = new SyncReference("s1", SyncState.Failed, Now, FirstError: 41);
        var steps = After(new SyncFinished(new SyncReference("s0", SyncState.Succeeded, Now.AddHours(-1))), new SyncFinished(failed));

        Assert.Equal(
            [("Open the log", $"/integrations/{Id}/syncs/s1?entry=41"), ("Contact support", $"/integrations/{Id}/support")],
            Shown(steps));
    }

    [Fact]
    public void A_list_shows_the_first_step_only_and_says_what_it_is_about()
    {
        var buttons = Render<NextStepButtons>(p => p
            .Add(b => b.IntegrationId, Id)
            .Add(b => b.Steps, After(new Deactivated(Now)))
            .Add(b => b.Most, 1)
            .Add(b => b.About, "Acme, Personio")).FindAll("a");

        var button = Assert.Single(buttons);
        Assert.Equal($"/integrations/{Id}/settings#activity", button.GetAttribute("href"));
        Assert.Equal("Switch it on again: Acme, Personio", button.GetAttribute("aria-label"));
    }

    [Fact]
    public void Nothing_is_offered_where_nothing_is_to_be_done() =>
        Assert.Empty(Shown(After(new SyncFinished(new SyncReference("s0", SyncState.Succeeded, Now)))));

    private static NextSteps After(params IntegrationEvent[] events)
    {
        var facts = IntegrationFacts.Created(EnvironmentKind.Production, Now.AddDays(-1), Now.AddDays(-1));
        return StatusEvaluator.Evaluate(events.Aggregate(facts, (f, e) => f.Apply(e)), Now).NextSteps;
    }

    private (string Label, string? Address)[] Shown(NextSteps steps) =>
        [.. Render<NextStepButtons>(p => p.Add(b => b.IntegrationId, Id).Add(b => b.Steps, steps))
            .FindAll("a")
            .Select(button => (button.TextContent.Trim(), button.GetAttribute("href")))];
}
