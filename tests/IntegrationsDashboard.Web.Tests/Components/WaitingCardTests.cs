using Bunit;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Components.Operators;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class WaitingCardTests : ConnectedComponentTest
{
    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_whose_first_sync_went_how_since_when_and_shows_its_problems_on_demand()
    {
        await FailAsync(Id);
        await Ledger.AppendLogAsync(
            Scope, "first", [Entry(0, LogEntryLevel.Info, "Begins"), Entry(7, LogEntryLevel.Error, "The tool answered with no list.")], Cancel);

        var card = await CardAsync();

        Assert.Contains("Acme", card.Find("h2").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Sandbox HR", "Test", "Production"], card.FindAll(".meta span").Select(span => span.TextContent));
        Assert.Contains("2 hours ago", card.Find(".since").TextContent, StringComparison.Ordinal);
        Assert.NotNull(card.Find("[data-sync-state=Failed]"));
        Assert.Equal("It did not get through.", card.Find(".message").TextContent);
        Assert.Empty(card.FindAll("[data-seq]"));

        await card.Find(".show-problems").ClickAsync(new());

        var line = Assert.Single(card.FindAll("[data-seq]"));
        Assert.Equal("7", line.GetAttribute("data-seq"));
        Assert.Contains("The tool answered with no list.", line.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", card.Find(".show-problems").GetAttribute("aria-expanded"));
    }

    [Fact]
    public async Task The_log_opens_at_the_line_that_explains_it()
    {
        await FailAsync(Id);
        await Ledger.AppendLogAsync(Scope, "first", [Entry(7, LogEntryLevel.Error, "The tool answered with no list.")], Cancel);

        var card = await CardAsync();

        Assert.Equal($"/integrations/{Id}/syncs/first?entry=7", card.Find(".sync a").GetAttribute("href"));
    }

    [Fact]
    public async Task The_note_goes_to_the_customer_when_it_is_resolved_and_syncing_goes_on()
    {
        await FailAsync(Id);
        var card = await CardAsync();
        await card.Find("textarea").InputAsync(new() { Value = "  The list is read now. " });

        await card.Find("button.resolve").ClickAsync(new());

        var item = await ItemAsync();
        Assert.Equal(Now, item.Facts.QaResolvedAt);
        Assert.Equal(IntegrationStatus.SyncFailing, item.Evaluation.Status);
        var change = (await Integrations.StatusChangesAsync(Scope, Id, 1, Cancel))[0];
        Assert.Equal(
            (EventKind.QaResolved, ActorKind.Person, "Operator", "The list is read now."),
            (change.Cause, change.ActorKind, change.ActorName, change.Note));
        Assert.NotNull((await ConnectionAsync()).NextDueAt);
        Assert.Equal("Acme, Sandbox HR is resolved; its status is Sync Failing now.", card.Find("[role=status]").TextContent);
    }

    // A reporter's clock may be a little ahead.
    [Fact]
    public async Task What_ended_in_the_future_is_resolved_all_the_same()
    {
        await FailAsync(Id, Now.AddMinutes(4));
        var card = await CardAsync();

        await card.Find("button.resolve").ClickAsync(new());

        Assert.False((await ItemAsync()).Facts.QaFailed);
    }

    [Fact]
    public async Task A_note_that_is_too_long_is_not_sent()
    {
        await FailAsync(Id);
        var card = await CardAsync();

        await card.Find("textarea").InputAsync(new() { Value = new string('a', WaitingCard.MostNote + 1) });
        Assert.True(card.Find("button.resolve").HasAttribute("disabled"));

        await card.Find("textarea").InputAsync(new() { Value = new string('a', WaitingCard.MostNote) });
        Assert.False(card.Find("button.resolve").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_test_sync_is_queued_though_nothing_syncs_by_itself()
    {
        await FailAsync(Id);
        var card = await CardAsync();

        await card.Find("button.test-sync").ClickAsync(new());

        Assert.Equal("Queued. The test sync starts in a moment.", card.Find("[role=status]").TextContent);
        Assert.Equal(SyncPurpose.QualityAssurance, (await ConnectionAsync()).Jobs.Single(job => job.Type == SyncType.Full).Purpose);
        Assert.Equal("Test sync is queued", (await CardAsync()).Find("button.test-sync").TextContent.Trim());
    }

    [Fact]
    public async Task A_test_sync_that_is_refused_says_why()
    {
        await FailAsync(Id);
        var card = await CardAsync();
        await Ledger.RecordAsync(Scope, Id, new Deactivated(Now), Cancel);

        await card.Find("button.test-sync").ClickAsync(new());

        Assert.EndsWith("cannot be synced while it is inactive; switch it on first.", card.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.False((await ConnectionAsync()).IsQueued);
    }

    [Fact]
    public async Task What_was_deleted_meanwhile_is_said_to_be_gone()
    {
        await FailAsync(Id);
        var card = await CardAsync();
        await Ledger.RecordAsync(Scope, Id, new Deleted(Now), Cancel);

        await card.Find("button.resolve").ClickAsync(new());

        Assert.StartsWith("The integration was deleted meanwhile.", card.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_syncs_are_reported_from_outside_none_can_be_started()
    {
        var reported = await Ledger.CreateIntegrationAsync(
            Scope, new NewIntegration { Tool = "personio", Category = Category.Hris, EndUser = new EndUser { OrganizationName = "Globex" } }, Cancel);
        await FailAsync(reported.Id);

        var card = await CardAsync();

        Assert.Empty(card.FindAll("button.test-sync"));
        Assert.Equal("Its syncs are reported from outside.", card.Find(".outside").TextContent);
    }

    private IntegrationQueries Integrations => Services.GetRequiredService<IntegrationQueries>();

    private WorkspaceScope Operator => Scope with { By = new Initiator(new Actor(ActorKind.Person, "Operator"), RoleRights.Operator) };

    private static LogReport Entry(int seq, LogEntryLevel level, string message) =>
        new(new LogEntry { Seq = seq, At = Now.AddHours(-2), Level = level, Message = message });

    private async Task FailAsync(string id, DateTimeOffset? endedAt = null)
    {
        await PlanAsync(null, null);
        var end = endedAt ?? Now.AddHours(-2);
        var report = new SyncReport
        {
            SyncId = "first",
            IntegrationId = id,
            State = SyncState.Failed,
            Type = SyncType.Full,
            StartedAt = end.AddMinutes(-5),
            EndedAt = end,
            Error = "It did not get through.",
        };
        await Ledger.RecordSyncAsync(Scope, report, Cancel);
    }

    private async Task<IRenderedComponent<WaitingCard>> CardAsync()
    {
        var waiting = Assert.Single(await Services.GetRequiredService<OperatorQueries>().WaitingAsync(10, Cancel));
        return Render<WaitingCard>(p => p.Add(c => c.Item, waiting).Add(c => c.Scope, Operator));
    }
}
