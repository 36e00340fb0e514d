using IntegrationsDashboard.Notifying.Tests.Mail;
using IntegrationsDashboard.Notifying.Tests.Webhooks;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Notifying.Tests.Notices;

/// <summary>From what is reported to what a real mail server takes.</summary>
public sealed class NoticeMailTests
{
    [Fact]
    public async Task Refused_credentials_are_told_before_the_pause_with_its_date_and_a_link_for_whoever_may_send_one()
    {
        await using var server = await MailServer.StartAsync();
        await using var store = await WebhookStore.CreateAsync(mailer: server.Mailer());
        await store.AddMemberAsync("Ada", Role.Member);
        await store.AddMemberAsync("Cem", Role.Viewer);
        var integration = await ConnectAsync(store);
        await BreakAsync(store, integration, "a", SyncState.AuthenticationFailed);
        var failedAt = store.Time.GetUtcNow();
        await store.TellAsync();

        var mails = await server.EndAsync();
        Assert.Equal(["ada@acme.example", "cem@acme.example"], mails.Select(mail => mail.To.Address).Order());
        Assert.All(mails, mail => Assert.Contains(NoticeTexts.Moment(failedAt.AddDays(3)), mail.Text, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains("https://dashboard.example/unsubscribe/", mail.Html, StringComparison.Ordinal));
        var link = Assert.Single(await LinksAsync(store));
        Assert.Equal((integration.Id, failedAt.AddDays(14)), (link.IntegrationId, link.ExpiresAt));
        Assert.Contains($"https://dashboard.example/reconnect/{link.Id}", mails.Single(mail => mail.To.Name == "Ada").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/reconnect/", mails.Single(mail => mail.To.Name == "Cem").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_integration_that_is_reported_from_outside_has_no_link()
    {
        await using var store = await WebhookStore.CreateAsync();
        await store.AddMemberAsync("Ada", Role.Admin);
        await store.TellAsync();
        await BreakAsync(store, await store.AddAsync(), "a", SyncState.AuthenticationFailed);
        await store.TellAsync();

        Assert.DoesNotContain("/reconnect/", Assert.Single(store.MailBox.Mails).Text, StringComparison.Ordinal);
        Assert.Empty(await LinksAsync(store));
    }

    [Fact]
    public async Task Flapping_gives_one_mail_when_it_breaks_and_one_when_it_has_healed()
    {
        await using var server = await MailServer.StartAsync();
        await using var store = await WebhookStore.CreateAsync(mailer: server.Mailer());
        await store.AddMemberAsync("Ada", Role.Viewer);
        await store.TellAsync();
        var integration = await store.AddAsync();
        for (var turn = 0; turn < 6; turn++)
        {
            await store.FinishAsync(integration, $"good-{turn}");
            await store.TellAsync();
            store.Time.Advance(TimeSpan.FromMinutes(20));
            await store.FinishAsync(integration, $"bad-{turn}", SyncState.Failed);
            await store.TellAsync();
            store.Time.Advance(TimeSpan.FromMinutes(20));
        }

        await store.FinishAsync(integration, "good");
        await store.TellAsync();
        store.Time.Advance(TimeSpan.FromMinutes(59));
        await store.TellAsync();
        Assert.Equal([NoticeKind.Broke], (await store.NoticesAsync()).Select(notice => notice.Kind));
        store.Time.Advance(TimeSpan.FromMinutes(1));
        await store.TellAsync();
        store.Time.Advance(TimeSpan.FromDays(2));
        await store.TellAsync();

        Assert.Equal(2, (await server.EndAsync()).Count);
        Assert.Equal([NoticeKind.Broke, NoticeKind.Healed], (await store.NoticesAsync()).Select(notice => notice.Kind));
    }

    [Fact]
    public async Task What_happens_soon_after_a_mail_is_told_together_in_the_next()
    {
        await using var store = await WebhookStore.CreateAsync();
        await store.AddMemberAsync("Ada", Role.Viewer);
        await store.TellAsync();
        var sizes = new List<int>();
        for (var number = 0; number < 5; number++)
        {
            await BreakAsync(store, await store.AddAsync(), $"{number}", SyncState.Failed);
            await store.TellAsync();
            sizes.Add(store.MailBox.Mails.Count);
            store.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await store.TellAsync();
        Assert.Equal([1, 1, 1, 1, 1], sizes);
        Assert.Equal(2, store.MailBox.Mails.Count);
        Assert.All(await store.NoticesAsync(), notice => Assert.Equal(NoticeState.Told, notice.State));
    }

    [Fact]
    public async Task The_digest_gathers_what_happened_until_it_is_sent()
    {
        await using var server = await MailServer.StartAsync();
        await using var store = await WebhookStore.CreateAsync(mailer: server.Mailer());
        var ada = await store.AddMemberAsync("Ada", Role.Viewer);
        await ChooseAsync(store, ada, NoticeChoice.Default with { Cadence = Cadence.Daily });
        await store.TellAsync();
        var ids = new List<string>();
        for (var number = 0; number < 3; number++)
        {
            var integration = await store.AddAsync();
            ids.Add(integration.Id);
            await BreakAsync(store, integration, $"{number}", SyncState.Failed);
            await store.TellAsync();
            store.Time.Advance(TimeSpan.FromHours(3));
        }

        store.Time.SetUtcNow(WebhookStore.Start.AddHours(23).AddSeconds(-1));
        await store.TellAsync();
        Assert.All(await store.NoticesAsync(), notice => Assert.Equal(NoticeState.Pending, notice.State));
        store.Time.Advance(TimeSpan.FromSeconds(1));
        await store.TellAsync();

        Assert.Single(await server.EndAsync());
        Assert.Equal(ids, (await store.NoticesAsync()).Where(notice => notice.State == NoticeState.Told).Select(notice => notice.IntegrationId));
    }

    [Fact]
    public async Task Operators_are_told_what_waits_for_them_and_the_customer_what_they_wrote()
    {
        await using var server = await MailServer.StartAsync();
        await using var store = await WebhookStore.CreateAsync(mailer: server.Mailer());
        await store.AddMemberAsync("Ada", Role.Viewer);
        await AddOperatorAsync(store, "Olga");
        await AddOperatorAsync(store, "Quiet", Cadence.Never);
        await store.TellAsync();
        var integration = await store.AddAsync();
        await store.FinishAsync(integration, "first", SyncState.Failed);
        await store.TellAsync();
        Assert.Equal("olga@acme.example", (await server.NextAsync()).To.Address);

        store.Time.Advance(TimeSpan.FromHours(2));
        await store.Ledger.RecordAsync(store.Production, integration.Id, new QaResolved(store.Time.GetUtcNow(), "We asked Personio for the missing right."));
        await store.TellAsync();
        var mail = Assert.Single(await server.EndAsync());
        Assert.Equal("ada@acme.example", mail.To.Address);
        Assert.Contains("We asked Personio for the missing right.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_who_is_no_member_hears_of_a_workspace_once_they_have_chosen_to()
    {
        await using var store = await WebhookStore.CreateAsync();
        var chose = await AddOperatorAsync(store, "Olga");
        await AddOperatorAsync(store, "Otto");
        await ChooseAsync(store, chose, NoticeChoice.Default);
        await store.TellAsync();
        await BreakAsync(store, await store.AddAsync(), "a", SyncState.Failed);
        await store.TellAsync();

        Assert.Equal("olga@acme.example", Assert.Single(store.MailBox.Mails).To.Address);
    }

    [Fact]
    public async Task Whoever_was_removed_stopped_the_mails_or_is_no_operator_any_more_hears_nothing()
    {
        await using var store = await WebhookStore.CreateAsync();
        var removed = await store.AddMemberAsync("Ada", Role.Viewer);
        var stopped = await store.AddMemberAsync("Bob", Role.Viewer);
        var demoted = await AddOperatorAsync(store, "Olga");
        await store.TellAsync();
        await BreakAsync(store, await store.AddAsync(), "a", SyncState.Failed);
        await store.FinishAsync(await store.AddAsync(), "b", SyncState.Failed);
        await store.Notices.ReadAsync();
        await store.Ledger.WriteAsync(session => session.RemoveMemberAsync(store.Production, removed.Id));
        await store.Ledger.WriteAsync(session => session.StopMailsAsync(stopped.Id, store.Production.WorkspaceId));
        await using (var db = store.Data())
        {
            await db.Users.Where(person => person.Id == demoted.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsOperator, false));
        }

        await store.Notices.SendDueAsync();

        Assert.Empty(store.MailBox.Mails);
        Assert.Equal(3, (await store.NoticesAsync()).Count(notice => notice.State == NoticeState.Dropped));
    }

    [Fact]
    public async Task A_mail_server_that_is_down_holds_up_no_channel_and_gets_all_once_it_is_back_with_the_same_link()
    {
        var down = await MailServer.StartAsync();
        var mailer = new SwitchingMailer(down.Mailer());
        await down.DisposeAsync();
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync(mailer: mailer);
        await store.AddMemberAsync("Ada", Role.Member);
        await store.AddMemberAsync("Bob", Role.Viewer);
        await store.AddChannelAsync(receiver.Url);
        await BreakAsync(store, await ConnectAsync(store), "a", SyncState.AuthenticationFailed);
        await store.TellAsync();
        await store.SendAsync();
        Assert.Single(receiver.Received);

        for (var hour = 0; hour < 3; hour++)
        {
            store.Time.Advance(TimeSpan.FromHours(1));
            await store.TellAsync();
        }

        Assert.Equal(2, (await store.NoticesAsync()).Count(notice => notice is { State: NoticeState.Pending, Attempts: > 1 }));
        await using var up = await MailServer.StartAsync();
        mailer.Current = up.Mailer();
        store.Time.Advance(TimeSpan.FromHours(5));
        await store.TellAsync();

        Assert.Equal(["ada@acme.example", "bob@acme.example"], (await up.EndAsync()).Select(mail => mail.To.Address).Order());
        Assert.Single(await LinksAsync(store));
        Assert.Single(receiver.Received);
    }

    [Fact]
    public async Task What_cannot_be_mailed_for_more_than_three_days_is_given_up()
    {
        var down = await MailServer.StartAsync();
        await using var store = await WebhookStore.CreateAsync(mailer: down.Mailer());
        await down.DisposeAsync();
        await store.AddMemberAsync("Ada", Role.Viewer);
        await store.TellAsync();
        await BreakAsync(store, await store.AddAsync(), "a", SyncState.Failed);
        for (var hour = 0; hour < 24 * 5; hour++)
        {
            await store.TellAsync();
            store.Time.Advance(TimeSpan.FromHours(1));
        }

        var notice = Assert.Single(await store.NoticesAsync());
        Assert.Equal((NoticeState.GivenUp, 10, null), (notice.State, notice.Attempts, notice.DueAt));
    }

    private static async Task BreakAsync(WebhookStore store, Integration integration, string sync, SyncState state)
    {
        await store.FinishAsync(integration, $"{sync}-good");
        store.Time.Advance(TimeSpan.FromSeconds(1));
        await store.FinishAsync(integration, $"{sync}-bad", state);
    }

    private static async Task<Integration> ConnectAsync(WebhookStore store)
    {
        await store.TellAsync();
        return await store.Ledger.WriteAsync(session => session.ConnectAsync(
            store.Production, WebhookStore.New(), new NewConnection("https://hr.example/", "", TimeSpan.FromHours(10), null)));
    }

    private static Task ChooseAsync(WebhookStore store, Person person, NoticeChoice choice) => store.Ledger.WriteAsync(session =>
        session.SetNoticesAsync(
            store.Production with { By = new Initiator(new Actor(ActorKind.Person, person.Name), Rights.Read, person.Id) }, choice));

    private static async Task<Person> AddOperatorAsync(WebhookStore store, string name, Cadence cadence = Cadence.AtOnce)
    {
        await using var db = store.Data();
        var person = new Person
        {
            Id = Guid.NewGuid(),
            Name = name,
            UserName = name,
            Email = $"{name.ToLowerInvariant()}@acme.example",
            IsOperator = true,
            CreatedAt = WebhookStore.Start,
        };
        db.Users.Add(person);
        await db.SaveChangesAsync();
        await store.Ledger.WriteAsync(session =>
            session.SetOperatorNoticesAsync(new Initiator(new Actor(ActorKind.Person, name), RoleRights.Operator, person.Id), cadence));
        return person;
    }

    private static async Task<List<ConnectionLink>> LinksAsync(WebhookStore store)
    {
        await using var db = store.Data();
        return await db.ConnectionLinks.AsNoTracking().ToListAsync();
    }
}
