using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>Webhooks are made, changed and read by those whose they are, and what was sent to them is found again.</summary>
public sealed class LedgerWebhookTests : StoreTest
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<string, Func<LedgerSession, WorkspaceScope, int, long, Task>> Acts = new()
    {
        ["change"] = (s, scope, webhook, _) => s.ChangeWebhookAsync(scope, webhook, "https://example.com/b", [MessageTypes.Created]),
        ["rotate"] = (s, scope, webhook, _) => s.RotateWebhookSecretAsync(scope, webhook, "b", TimeSpan.Zero),
        ["switch"] = (s, scope, webhook, _) => s.SwitchWebhookAsync(scope, webhook, on: false),
        ["delete"] = (s, scope, webhook, _) => s.DeleteWebhookAsync(scope, webhook),
        ["test"] = (s, scope, webhook, _) => s.SendTestAsync(scope, webhook, Message("msg_x")),
        ["again"] = (s, scope, _, delivery) => s.SendAgainAsync(scope, delivery),
        ["all again"] = (s, scope, webhook, _) => s.SendAllAgainAsync(scope, webhook, s.Now.AddDays(-1)),
    };

    private Webhook _webhook = null!;
    private WorkspaceScope _foreign;

    public static TheoryData<string> Names => [.. Acts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Neither_another_workspace_nor_the_other_environment_reaches_it(string act)
    {
        var delivery = await SendAsync("msg_1");
        var before = Store.Dump();

        foreach (var scope in new[] { _foreign, _foreign with { EnvironmentId = null }, Store.Development })
        {
            await Assert.ThrowsAsync<UnknownIdException>(() => Store.Ledger.WriteAsync(session => Acts[act](session, scope, _webhook.Id, delivery)));
        }

        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task Neither_of_them_reads_it()
    {
        var delivery = await SendAsync("msg_1");
        await TryAsync(500, DeliveryState.GivenUp);
        Assert.Single(await Store.Webhooks.AttemptsAsync(Store.Workspace, delivery));

        Assert.Equal(Store.Workspace.WorkspaceId, await Store.Webhooks.WorkspaceOfAsync(_webhook.Id, [Store.Workspace.WorkspaceId]));
        Assert.Null(await Store.Webhooks.WorkspaceOfAsync(_webhook.Id, [_foreign.WorkspaceId]));

        foreach (var scope in new[] { _foreign, _foreign with { EnvironmentId = null }, Store.Development })
        {
            Assert.Empty(await Store.Webhooks.ListAsync(scope));
            Assert.Null(await Store.Webhooks.FindAsync(scope, _webhook.Id));
            Assert.Empty(await Store.Webhooks.DeliveriesAsync(scope, _webhook.Id, new DeliveryFilter()));
            Assert.Empty(await Store.Webhooks.AttemptsAsync(scope, delivery));
            Assert.Equal(0, (await Store.Webhooks.LastDayAsync(scope, _webhook.Id)).Sum(hour => hour.Failed));
        }
    }

    [Theory]
    [InlineData("ftp://example.com/")]
    [InlineData("example.com")]
    [InlineData("https://ada:secret@example.com/")]
    [InlineData("")]
    public async Task An_address_that_cannot_be_right_is_refused(string url)
    {
        var before = Store.Dump();
        await Assert.ThrowsAsync<RefusedReportException>(() => Store.Ledger.WriteAsync(
            session => session.CreateWebhookAsync(Store.Production, url, [MessageTypes.Created], "a")));
        await Assert.ThrowsAsync<RefusedReportException>(() => Store.Ledger.WriteAsync(
            session => session.ChangeWebhookAsync(Store.Production, _webhook.Id, url, [MessageTypes.Created])));
        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task Messages_that_nobody_publishes_are_refused_and_none_is_too_few()
    {
        foreach (var types in (IReadOnlyList<string>[])[[], [MessageTypes.Test], ["anything"]])
        {
            await Assert.ThrowsAsync<RefusedReportException>(() => Store.Ledger.WriteAsync(
                session => session.CreateWebhookAsync(Store.Production, "https://example.com/", types, "a")));
        }
    }

    [Fact]
    public async Task An_environment_has_so_many_and_no_more()
    {
        await Store.Ledger.WriteAsync(async session =>
        {
            for (var made = 1; made < LedgerSession.MostWebhooks; made++)
            {
                await session.CreateWebhookAsync(Store.Production, "https://example.com/", [MessageTypes.Created], "a");
            }
        });

        await Assert.ThrowsAsync<RefusedReportException>(() => Store.Ledger.WriteAsync(
            session => session.CreateWebhookAsync(Store.Production, "https://example.com/", [MessageTypes.Created], "a")));
        await Store.Ledger.WriteAsync(session => session.CreateWebhookAsync(Store.Development, "https://example.com/", [MessageTypes.Created], "a"));
    }

    [Fact]
    public async Task Switching_off_gives_up_what_waits_and_switching_on_begins_anew()
    {
        await SendAsync("msg_1");
        await TryAsync(500, DeliveryState.Pending);
        await Store.Ledger.WriteAsync(session => session.SwitchWebhookAsync(Store.Production, _webhook.Id, on: false));
        var off = (await Store.Webhooks.FindAsync(Store.Production, _webhook.Id))!;
        Assert.Equal((Store.Now, WebhookEnd.Person), (off.DisabledAt, off.DisabledBecause));
        Assert.Equal(DeliveryState.GivenUp, Assert.Single(await DeliveriesAsync()).State);

        await Store.Ledger.WriteAsync(session => session.SwitchWebhookAsync(Store.Production, _webhook.Id, on: true));
        var on = (await Store.Webhooks.FindAsync(Store.Production, _webhook.Id))!;
        Assert.Null(on.DisabledAt);
        Assert.Null(on.FailingSince);
        Assert.Equal(DeliveryState.GivenUp, Assert.Single(await DeliveriesAsync()).State);
    }

    [Fact]
    public async Task Deleting_takes_its_deliveries_along_and_no_others()
    {
        await SendAsync("msg_1");
        await TryAsync(500, DeliveryState.GivenUp);
        var other = await Store.Ledger.WriteAsync(async session =>
        {
            var made = await session.CreateWebhookAsync(Store.Production, "https://example.com/other", [MessageTypes.Created], "a");
            return await session.SendTestAsync(Store.Production, made.Id, Message("msg_2"));
        });

        await Store.Ledger.WriteAsync(session => session.DeleteWebhookAsync(Store.Production, _webhook.Id));

        Assert.Equal([$"{other}"], Store.Rows("SELECT Id FROM Deliveries"));
        Assert.Empty(Store.Rows("SELECT Id FROM DeliveryAttempts"));
    }

    [Fact]
    public async Task Sending_again_makes_another_delivery_of_the_same_message()
    {
        var known = await SendAsync("msg_1");
        await TryAsync(500, DeliveryState.GivenUp);

        var again = await Store.Ledger.WriteAsync(session => session.SendAgainAsync(Store.Production, known));

        var deliveries = await DeliveriesAsync();
        Assert.Equal([again, known], deliveries.Select(delivery => delivery.Id));
        Assert.Equal(["msg_1", "msg_1"], deliveries.Select(delivery => delivery.MessageId));
        Assert.Equal([DeliveryState.Pending, DeliveryState.GivenUp], deliveries.Select(delivery => delivery.State));
        Assert.Equal(deliveries[1].Payload, deliveries[0].Payload);
    }

    [Fact]
    public async Task Sending_all_again_takes_what_failed_since_then_in_its_order()
    {
        await SendAsync("msg_old");
        await TryAsync(500, DeliveryState.GivenUp);
        Store.Time.Advance(TimeSpan.FromHours(2));
        var since = Store.Now;
        foreach (var message in (string[])["msg_1", "msg_2"])
        {
            await SendAsync(message);
            await TryAsync(500, DeliveryState.GivenUp);
        }

        await SendAsync("msg_fine");
        await TryAsync(204, DeliveryState.Delivered);

        Assert.Equal(2, await Store.Ledger.WriteAsync(session => session.SendAllAgainAsync(Store.Production, _webhook.Id, since)));

        var pending = await Store.Webhooks.DeliveriesAsync(Store.Production, _webhook.Id, new DeliveryFilter(DeliveryState.Pending));
        Assert.Equal(["msg_2", "msg_1"], pending.Select(delivery => delivery.MessageId));
    }

    [Fact]
    public async Task Deliveries_are_read_page_by_page_by_state_and_type()
    {
        var ids = new List<long>();
        for (var number = 0; number < 7; number++)
        {
            ids.Insert(0, await SendAsync($"msg_{number}", number % 2 == 0 ? MessageTypes.Test : MessageTypes.FlowFailed));
            if (number < 4)
            {
                await TryAsync(200, DeliveryState.Delivered);
            }
        }

        var first = await Store.Webhooks.DeliveriesAsync(Store.Production, _webhook.Id, new DeliveryFilter(), size: 3);
        var second = await Store.Webhooks.DeliveriesAsync(Store.Production, _webhook.Id, new DeliveryFilter(), before: first[^1].Id, size: 3);
        Assert.Equal(ids.Take(6), first.Concat(second).Select(delivery => delivery.Id));
        Assert.Equal(
            ["msg_3", "msg_1"],
            (await Store.Webhooks.DeliveriesAsync(Store.Production, _webhook.Id, new DeliveryFilter(DeliveryState.Delivered, MessageTypes.FlowFailed)))
                .Select(delivery => delivery.MessageId));
    }

    [Fact]
    public async Task The_last_day_counts_attempts_by_the_hour()
    {
        await SendAsync("msg_before");
        await TryAsync(200, DeliveryState.Delivered);
        var other = await Store.Ledger.WriteAsync(
            session => session.CreateWebhookAsync(Store.Production, "https://example.com/b", [MessageTypes.Created], "b"));
        Store.Time.Advance(TimeSpan.FromHours(24));
        await Store.Ledger.WriteAsync(session => session.SendTestAsync(Store.Production, other.Id, Message("msg_other")));
        await TryAsync(200, DeliveryState.Delivered);
        await SendAsync("msg_1");
        await TryAsync(500, DeliveryState.Pending);
        Store.Time.Advance(TimeSpan.FromHours(1));
        await TryAsync(null, DeliveryState.Pending);
        Store.Time.Advance(TimeSpan.FromMinutes(59));
        await TryAsync(204, DeliveryState.Delivered);

        var hours = await Store.Webhooks.LastDayAsync(Store.Production, _webhook.Id);

        Assert.Equal(24, hours.Count);
        Assert.Equal(Store.Now.AddMinutes(-59), hours[^1].Hour);
        Assert.Equal(new DeliveryCount(hours[^2].Hour, 0, 1), hours[^2]);
        Assert.Equal((1, 1), (hours[^1].Succeeded, hours[^1].Failed));
        Assert.Equal(3, hours.Sum(hour => hour.Succeeded + hour.Failed));
    }

    protected override async Task PrepareAsync()
    {
        _foreign = await Store.AddWorkspaceAsync();
        _webhook = await Store.Ledger.WriteAsync(
            session => session.CreateWebhookAsync(Store.Production, "https://example.com/a", [MessageTypes.Created], "a"));
    }

    private static NewDelivery Message(string id, string type = MessageTypes.Test) => new(id, type, null, $$"""{"id":"{{id}}"}""");

    private Task<long> SendAsync(string message, string type = MessageTypes.Test) =>
        Store.Ledger.WriteAsync(session => session.SendTestAsync(Store.Production, _webhook.Id, Message(message, type)));

    private Task<IReadOnlyList<Delivery>> DeliveriesAsync() => Store.Webhooks.DeliveriesAsync(Store.Production, _webhook.Id, new DeliveryFilter());

    // Tries the one that is due.
    private async Task TryAsync(int? status, DeliveryState state) => await Store.Ledger.WriteAsync(async session =>
    {
        var claimed = Assert.Single(await session.ClaimDeliveriesAsync("test", 1, Lease));
        var attempt = new DeliveryAttempt { DeliveryId = claimed.Id, At = session.Now, DurationMs = 5, RequestHeaders = "", Status = status };
        await session.RecordAttemptAsync(claimed, new AttemptOutcome(attempt, state, state == DeliveryState.Pending ? session.Now : null));
    });
}
