using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>For every act and every combination of rights: it is done where the right is there; else it is refused and nothing changes.</summary>
public sealed class LedgerRightsTests : StoreTest
{
    private static readonly Guid Nobody = Guid.Parse("7a1f5cf4-8f5d-4f0b-9a4f-0e1b3c2d4e5f");

    private static readonly Dictionary<string, (Rights Needed, Func<Situation, LedgerSession, WorkspaceScope, Task> Do)> Acts = new()
    {
        ["create"] = (Rights.Report, (_, s, scope) => s.CreateIntegrationAsync(scope, TestStore.New())),
        ["sync"] = (Rights.Report, (at, s, scope) => s.RecordSyncAsync(scope, TestStore.Report(at.Active, "s1", SyncState.Succeeded, s.Now))),
        ["log"] = (Rights.Report, (_, s, scope) => s.AppendLogAsync(scope, "known", [TestStore.Entry(0, LogEntryLevel.Info, "a")])),
        ["connect"] = (Rights.Act, (_, s, scope) => s.ConnectAsync(scope, TestStore.New(), Connection)),
        ["switch off"] = (Rights.Act, (at, s, scope) => s.RecordAsync(scope, at.Active.Id, new Deactivated(s.Now))),
        ["switch on"] = (Rights.Act, (at, s, scope) => s.RecordAsync(scope, at.Inactive.Id, new Activated(s.Now))),
        ["credentials"] = (Rights.Act, (at, s, scope) => s.ReplaceCredentialsAsync(scope, at.Connected.Id, "http://localhost/", "b")),
        ["filters"] = (Rights.Act, (at, s, scope) => s.ConfigureFiltersAsync(scope, at.Connected.Id, SyncFilters.None)),
        ["schedule"] = (Rights.Act, (at, s, scope) => s.SetScheduleAsync(scope, at.Connected.Id, TimeSpan.FromHours(5), null)),
        ["sync now"] = (Rights.Act, (at, s, scope) => s.RequestSyncAsync(scope, at.Connected.Id)),
        ["link"] = (Rights.Act, (at, s, scope) => s.CreateLinkAsync(scope, new NewLink(LinkKind.Reconnect, TimeSpan.FromDays(1)) { IntegrationId = at.Connected.Id })),
        ["revoke link"] = (Rights.Act, (at, s, scope) => s.RevokeLinkAsync(scope, at.Link.Id)),
        ["embed"] = (Rights.Act, (at, s, scope) => s.CreateEmbedAsync(scope, Embed(at.Active))),
        ["revoke embed"] = (Rights.Act, (at, s, scope) => s.RevokeEmbedAsync(scope, at.Active.Id, at.Embed.Id)),
        ["pattern"] = (Rights.Operate, (_, s, scope) => s.AddPatternAsync(scope.By!, Pattern("a"))),
        ["change pattern"] = (Rights.Operate, (at, s, scope) => s.ChangePatternAsync(scope.By!, at.Pattern.Id, Pattern("b"))),
        ["switch pattern off"] = (Rights.Operate, (at, s, scope) => s.SwitchPatternAsync(scope.By!, at.Pattern.Id, on: false)),
        ["delete pattern"] = (Rights.Operate, (at, s, scope) => s.DeletePatternAsync(scope.By!, at.Pattern.Id)),
        ["restore pattern"] = (Rights.Operate, (at, s, scope) => s.RestorePatternAsync(scope.By!, Gone(at.Pattern))),
        ["request"] = (Rights.None, (at, s, scope) => s.RecordAsync(scope, at.Active.Id, new ApiRequested(s.Now.AddHours(1)))),
        ["delete"] = (Rights.Delete, (at, s, scope) => s.RecordAsync(scope, at.Active.Id, new Deleted(s.Now))),
        ["remove demonstration"] = (Rights.Delete, (_, s, scope) => s.RemoveDemonstrationAsync(scope)),
        ["key"] = (Rights.Administer, (_, s, scope) => s.CreateKeyAsync(scope, "a", Rights.Read, null)),
        ["rotate key"] = (Rights.Administer, (at, s, scope) => s.RotateKeyAsync(scope, at.Key.Id, TimeSpan.Zero)),
        ["revoke key"] = (Rights.Administer, (at, s, scope) => s.RevokeKeyAsync(scope, at.Key.Id)),
        ["webhook"] = (Rights.Administer, (_, s, scope) => s.CreateWebhookAsync(scope, "https://example.com/", [MessageTypes.Created], "b")),
        ["change webhook"] = (Rights.Administer, (at, s, scope) => s.ChangeWebhookAsync(scope, at.Webhook.Id, "https://example.com/b", [MessageTypes.Deleted])),
        ["rotate webhook's secret"] = (Rights.Administer, (at, s, scope) => s.RotateWebhookSecretAsync(scope, at.Webhook.Id, "b", TimeSpan.FromDays(1))),
        ["switch webhook off"] = (Rights.Administer, (at, s, scope) => s.SwitchWebhookAsync(scope, at.Webhook.Id, on: false)),
        ["delete webhook"] = (Rights.Administer, (at, s, scope) => s.DeleteWebhookAsync(scope, at.Webhook.Id)),
        ["test message"] = (Rights.Administer, (at, s, scope) => s.SendTestAsync(scope, at.Webhook.Id, Message)),
        ["send again"] = (Rights.Administer, (at, s, scope) => s.SendAgainAsync(scope, at.Delivery)),
        ["send all again"] = (Rights.Administer, (at, s, scope) => s.SendAllAgainAsync(scope, at.Webhook.Id, s.Now.AddDays(-1))),
        ["channel"] = (Rights.Administer, (_, s, scope) => s.CreateChannelAsync(scope, "https://example.com/c", NoticeChoice.Default, "b")),
        ["change channel"] = (Rights.Administer, (at, s, scope) => s.ChangeChannelAsync(scope, at.Channel.Id, "https://example.com/d", NoticeChoice.Default)),
        ["notices"] = (Rights.Read, (_, s, scope) => s.SetNoticesAsync(scope, NoticeChoice.Default)),
        ["save view"] = (Rights.Read, (_, s, scope) => s.SaveViewAsync(scope, new NewView("Mine", "status=setup"))),
        ["rename view"] = (Rights.Read, (at, s, scope) => s.RenameViewAsync(scope, at.View.Id, "Other")),
        ["default view"] = (Rights.Read, (at, s, scope) => s.SetDefaultViewAsync(scope, at.View.Id)),
        ["delete view"] = (Rights.Read, (at, s, scope) => s.DeleteViewAsync(scope, at.View.Id)),
        ["seen"] = (Rights.Read, (_, s, scope) => s.NoteSeenAsync(scope, 1)),
        ["operator's notices"] = (Rights.Operate, (_, s, scope) => s.SetOperatorNoticesAsync(scope.By!, Cadence.Daily)),
        ["language"] = (Rights.None, (_, s, scope) => s.SetLanguageAsync(scope.By!, "de")),
        ["invite"] = (Rights.Administer, (_, s, scope) => s.InviteAsync(scope, "a@example.com", Role.Viewer)),
        ["revoke operators' invitation"] = (Rights.Operate, (at, s, scope) => s.RevokeOperatorInvitationAsync(scope.By!, at.Invitation.Id)),
        ["revoke invitation"] = (Rights.Administer, (at, s, scope) => s.RevokeInvitationAsync(scope, at.Invitation.Id)),
        ["role"] = (Rights.Administer, (at, s, scope) => s.SetRoleAsync(scope, at.Member.Id, Role.Member)),
        ["remove member"] = (Rights.Administer, (at, s, scope) => s.RemoveMemberAsync(scope, at.Member.Id)),
        ["rename"] = (Rights.Administer, (_, s, scope) => s.RenameWorkspaceAsync(scope, "Acme again")),
        ["resolve"] = (Rights.Operate, (at, s, scope) => s.RecordAsync(scope, at.Waiting.Id, new QaResolved(s.Now, null))),
        ["workspace"] = (Rights.Operate, (_, s, scope) => s.CreateWorkspaceAsync(scope.By!, "Globex")),
        ["invite operator"] = (Rights.Operate, (_, s, scope) => s.InviteOperatorAsync(scope.By!, "a@example.com")),
    };

    private Situation _at = null!;

    private static NewConnection Connection => new("http://localhost/", "", TimeSpan.FromHours(10), null);

    private static NewEmbed Embed(Integration integration) => new(integration.Id, ["https://app.example.com"], TimeSpan.FromDays(1));

    private static PatternReport Pattern(string expression) => new(
        expression, null, NextStepKind.OpenLog, new Dictionary<string, PatternText> { ["en"] = new("It happened.", "Do something.") });

    private static ErrorPattern Gone(ErrorPattern like) => new()
    {
        Id = like.Id + 100,
        Expression = like.Expression,
        Step = like.Step,
        Texts = like.Texts,
        CreatedAt = like.CreatedAt,
    };

    private static NewDelivery Message => new("msg_1", MessageTypes.Test, null, "{}");

    public static TheoryData<string> Names => [.. Acts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_done_if_and_only_if_the_right_is_there(string act)
    {
        var (needed, work) = Acts[act];
        for (var rights = Rights.None; rights <= (Rights)63; rights++)
        {
            var scope = Store.Production with { By = new Initiator(new Actor(ActorKind.Person, "Ada"), rights, Nobody, Address: "192.0.2.7") };
            var before = Store.Dump();
            if (!rights.HasFlag(needed))
            {
                var refused = await Assert.ThrowsAsync<NotAllowedException>(() => Store.Ledger.WriteAsync(session => work(_at, session, scope)));
                Assert.Equal(needed, refused.Needed);
                Assert.Equal(before, Store.Dump());
                continue;
            }

            // Done, and called off again, so that the next one finds the same store.
            await Assert.ThrowsAsync<DoneException>(() => Store.Ledger.WriteAsync(async session =>
            {
                await work(_at, session, scope);
                throw new DoneException();
            }));
            Assert.Equal(before, Store.Dump());
        }
    }

    [Fact]
    public async Task The_dashboard_itself_may_do_everything_and_is_not_watched()
    {
        foreach (var act in new[] { "create", "switch off", "key", "invite" })
        {
            await Store.Ledger.WriteAsync(session => Acts[act].Do(_at, session, Store.Production));
        }

        Assert.Empty(Store.Rows("SELECT Id FROM AuditEntries"));
    }

    protected override async Task PrepareAsync()
    {
        var active = await Store.AddAsync(tool: "personio");
        await Store.FinishAsync(active, "known", SyncState.Succeeded);
        var inactive = await Store.AddAsync();
        await Store.RecordAsync(inactive, new Deactivated(Store.Now));
        var waiting = await Store.AddAsync();
        await Store.FinishAsync(waiting, "first", SyncState.Failed);
        var (connected, link) = await Store.Ledger.WriteAsync(async session =>
        {
            var integration = await session.ConnectAsync(Store.Production, TestStore.New(), Connection);
            return (integration, await session.CreateLinkAsync(
                Store.Production, new NewLink(LinkKind.Reconnect, TimeSpan.FromDays(1)) { IntegrationId = integration.Id }));
        });
        var key = await Store.Ledger.WriteAsync(session => session.CreateKeyAsync(Store.Production, "Reporter", Rights.Read, null));
        var invitation = await Store.Ledger.WriteAsync(session => session.InviteAsync(Store.Workspace, "a@example.com", Role.Viewer));
        var member = await Store.AddMemberAsync("Bob", Role.Viewer);
        var (webhook, delivery) = await Store.Ledger.WriteAsync(async session =>
        {
            var made = await session.CreateWebhookAsync(Store.Production, "https://example.com/a", [MessageTypes.Created], "a");
            return (made, await session.SendTestAsync(Store.Production, made.Id, Message));
        });
        var channel = await Store.Ledger.WriteAsync(s => s.CreateChannelAsync(Store.Production, "https://example.com/b", NoticeChoice.Default, "a"));
        var embed = await Store.Ledger.WriteAsync(session => session.CreateEmbedAsync(Store.Production, Embed(active)));
        var report = Pattern("known");
        var pattern = new ErrorPattern { Expression = report.Expression, Step = report.Step, Texts = report.Texts, CreatedAt = Store.Now };
        await using var db = Store.Data();
        db.ErrorPatterns.Add(pattern);
        db.Users.Add(new Person { Id = Nobody, Name = "Ada", UserName = "ada", CreatedAt = Store.Now });
        await db.SaveChangesAsync();
        var seen = Store.Production with { By = new Initiator(new Actor(ActorKind.Person, "Ada"), Rights.Read, Nobody) };
        var view = await Store.Ledger.WriteAsync(session => session.SaveViewAsync(seen, new NewView("Known", "tool=personio")));
        _at = new Situation(active, inactive, waiting, connected, link, key.Key, invitation.Invitation, member, webhook, delivery, channel, view, embed, pattern);
    }

    private sealed record Situation(
        Integration Active,
        Integration Inactive,
        Integration Waiting,
        Integration Connected,
        ConnectionLink Link,
        ApiKey Key,
        Invitation Invitation,
        Person Member,
        Webhook Webhook,
        long Delivery,
        Webhook Channel,
        SavedView View,
        Embed Embed,
        ErrorPattern Pattern);

    private sealed class DoneException : Exception;
}
