using Bunit;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Web.Components.Integrations;
using IntegrationsDashboard.Web.Components.Settings;
using IntegrationsDashboard.Web.Components.Shared;
using IntegrationsDashboard.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace IntegrationsDashboard.Web.Tests.Components;

/// <summary>Whoever may not act finds nothing to act with, and reads who can.</summary>
public sealed class ViewerTests : ConnectedComponentTest
{
    private const string AskMember = "Your role is viewer. Ask a member of the workspace to change this.";
    private const string AskAdmin = "Only admins of the workspace can do this. Ask one of them.";

    [Theory]
    [InlineData(Role.Viewer, 0)]
    [InlineData(Role.Member, 1)]
    [InlineData(Role.Admin, 1)]
    public async Task Only_members_find_the_switch(Role role, int switches)
    {
        var item = await ItemAsync();

        var section = Render<ActivitySection>(p => p.Add(s => s.Item, item).Add(s => s.Scope, As(role)));

        Assert.Equal(switches, section.FindAll("input[type=checkbox]").Count);
        Assert.Equal(role == Role.Viewer, section.Markup.Contains(AskMember, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.Viewer, false)]
    [InlineData(Role.Member, false)]
    [InlineData(Role.Admin, true)]
    public async Task Only_admins_find_how_to_delete(Role role, bool may)
    {
        var item = await ItemAsync();

        var section = Render<DeletionSection>(p => p.Add(s => s.Item, item).Add(s => s.Scope, As(role)));

        Assert.Equal(may, section.FindAll("button").Count > 0);
        Assert.Equal(!may, section.Markup.Contains(AskAdmin, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_viewer_reads_the_schedule_and_cannot_set_it()
    {
        var (item, connection) = (await ItemAsync(), await ConnectionAsync());

        var section = Render<ScheduleSection>(p => p.Add(s => s.Item, item).Add(s => s.Connection, connection).Add(s => s.Scope, As(Role.Viewer)));

        Assert.Empty(section.FindAll("input,button"));
        Assert.Contains("10 hours", section.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_cannot_start_a_sync()
    {
        var (item, connection) = (await ItemAsync(), await ConnectionAsync());

        var button = Render<SyncNowButton>(p => p.Add(b => b.Item, item).Add(b => b.Connection, connection).Add(b => b.Scope, As(Role.Viewer)));

        Assert.Empty(button.FindAll("button"));
    }

    [Theory]
    [InlineData(Role.Viewer, 0)]
    [InlineData(Role.Member, 0)]
    [InlineData(Role.Admin, 1)]
    public void Only_admins_remove_the_demonstration(Role role, int buttons) =>
        Assert.Equal(buttons, Render<DemonstrationNote>(p => p.Add(n => n.Scope, As(role))).FindAll("button").Count);

    [Fact]
    public void Steps_that_act_are_told_to_a_viewer_and_lead_nowhere()
    {
        var facts = IntegrationFacts.Created(EnvironmentKind.Production, Now.AddDays(-1), Now.AddDays(-1)).Apply(new Deactivated(Now));
        var steps = StatusEvaluator.Evaluate(facts, Now).NextSteps;

        var shown = Render<NextStepButtons>(p => p.Add(b => b.IntegrationId, "a:b").Add(b => b.Steps, steps).Add(b => b.MayAct, false));

        Assert.Empty(shown.FindAll("a,button"));
        Assert.Equal("Switch it on again", shown.Find("[data-step=Reactivate]").TextContent);
    }

    [Fact]
    public async Task What_the_role_does_not_allow_any_more_is_told_plainly_and_changes_nothing()
    {
        var (snackbar, text) = (Services.GetRequiredService<ISnackbar>(), Services.GetRequiredService<IStringLocalizer<LayoutResources>>());

        var done = await snackbar.TryAsync(text, () => Ledger.RecordAsync(As(Role.Viewer), Id, new Deactivated(Now)));

        Assert.False(done);
        Assert.StartsWith("Your role does not allow this any more.", Assert.Single(snackbar.ShownSnackbars).Message, StringComparison.Ordinal);
        Assert.NotEqual(IntegrationStatus.Inactive, (await ItemAsync()).Evaluation.Status);
    }

    private WorkspaceScope As(Role role) => Scope with { By = new Initiator(new Actor(ActorKind.Person, "Ada"), RoleRights.Of(role)) };
}
