using IntegrationsDashboard.Notifying.Webhooks;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Notifying.Tests.Webhooks;

/// <summary>Who is told what, in which order, and what one webhook's trouble means for others.</summary>
public sealed class DispatchTests
{
    [Fact]
    public async Task A_webhook_is_told_of_the_types_it_chose_in_its_environment_since_it_was_made()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddAsync();
        await store.AddWebhookAsync(receiver.Url, MessageTypes.Created, MessageTypes.SyncFinished);
        await store.AddAsync(store.Development);
        var told = await store.AddAsync();
        await store.FinishAsync(told, "acme-1", SyncState.Failed);
        await store.SendAsync();
        Assert.Equal(
            [$"{MessageTypes.Created} {told.Id}", $"{MessageTypes.SyncFinished} {told.Id}"],
            receiver.Received.Select(message => $"{message.Type} {message.IntegrationId}"));
    }

    [Fact]
    public async Task Two_webhooks_get_the_same_message_under_the_same_id()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var other = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(receiver.Url);
        await store.AddWebhookAsync(other.Url);
        await store.AddAsync();
        await store.SendAsync();
        Assert.Equal(Assert.Single(receiver.Received).Body, Assert.Single(other.Received).Body);
    }

    [Fact]
    public async Task A_message_that_fails_holds_back_what_follows_about_its_integration_and_nothing_else()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(receiver.Url, MessageTypes.SyncFinished);
        var stuck = await store.AddAsync();
        var free = await store.AddAsync();
        receiver.Answers = message => Task.FromResult(message.IntegrationId == stuck.Id ? Answer.Failure : Answer.Ok);
        for (var sync = 1; sync <= 3; sync++)
        {
            await store.FinishAsync(stuck, $"stuck-{sync}");
            await store.FinishAsync(free, $"free-{sync}");
            await store.SendAsync();
        }

        Assert.Equal(["stuck-1", "free-1", "free-2", "free-3"], receiver.Received.Select(message => message.SyncId).OrderByDescending(id => id == "stuck-1").ThenBy(id => id));
        receiver.AnswerWith(Answer.Ok);
        store.Time.Advance(TimeSpan.FromSeconds(6));
        await store.SendAsync();
        Assert.Equal(["stuck-1", "stuck-2", "stuck-3"], receiver.Received.Skip(4).Select(message => message.SyncId));
    }

    [Fact]
    public async Task A_test_waits_for_nothing()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        var (webhook, _) = await store.AddWebhookAsync(receiver.Url);
        receiver.AnswerWith(Answer.Failure);
        for (var count = 1; count <= 2; count++)
        {
            await store.Ledger.WriteAsync(session => session.SendTestAsync(store.Production, webhook.Id, store.Writer.WriteTest()));
            await store.SendAsync();
            Assert.Equal(count, receiver.Received.Count);
        }
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_leaves_room_for_others()
    {
        await using var slow = await Receiver.StartAsync();
        await using var quick = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(slow.Url);
        await store.AddWebhookAsync(quick.Url);
        slow.AnswerWith(Answer.Hang);
        for (var count = 0; count < 40; count++)
        {
            await store.AddAsync();
        }

        using var end = new CancellationTokenSource();
        var sending = store.SendAsync(end.Token);
        for (var count = 0; count < 40; count++)
        {
            await quick.NextAsync();
        }

        Assert.InRange(slow.Received.Count, 0, 8);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Of_many_messages_each_arrives_once_and_is_recorded()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(receiver.Url, MessageTypes.SyncFinished);
        await store.Ledger.WriteAsync(async session =>
        {
            for (var number = 0; number < 100; number++)
            {
                var integration = await session.CreateIntegrationAsync(store.Production, WebhookStore.New());
                for (var sync = 0; sync < 5; sync++)
                {
                    await session.RecordSyncAsync(store.Production, store.Report(integration, $"sync-{number}-{sync}"));
                }
            }

            return 0;
        });
        await store.SendAsync();
        Assert.Equal(500, receiver.Received.Select(message => message.SyncId).Distinct().Count());
        Assert.Equal(500, receiver.Received.Count);
        Assert.All(await store.DeliveriesAsync(), delivery => Assert.Equal((DeliveryState.Delivered, 1), (delivery.State, delivery.Attempts)));
    }

    [Fact]
    public async Task A_program_that_was_held_up_leaves_what_it_claimed_to_the_next()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(receiver.Url);
        await store.AddAsync();
        await store.Dispatcher.ReadAsync();
        var claimed = Assert.Single(await store.Ledger.ClaimDeliveriesAsync("held up", 1, TimeSpan.FromSeconds(30)));
        store.Time.Advance(TimeSpan.FromSeconds(20.1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Service<WebhookSender>().SendAsync(claimed, CancellationToken.None));
        Assert.Empty(receiver.Received);

        store.Time.Advance(TimeSpan.FromSeconds(10));
        await store.SendAsync();
        Assert.Single(receiver.Received);
    }

    [Fact]
    public async Task By_itself_it_sends_what_is_recorded_and_ends_in_good_order()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(receiver.Url);
        using var stop = new CancellationTokenSource();
        var running = store.Dispatcher.RunAsync(stop.Token);
        var first = await store.AddAsync();
        Assert.Equal(first.Id, (await receiver.NextAsync()).IntegrationId);

        // Stopped while an answer is awaited, it waits for it, records it, and takes nothing more.
        var answer = new TaskCompletionSource<Answer>();
        var arrived = new TaskCompletionSource();
        receiver.Answers = _ =>
        {
            arrived.TrySetResult();
            return answer.Task;
        };
        await store.AddAsync();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await stop.CancelAsync();
        await store.AddAsync();
        Assert.False(running.IsCompleted);
        answer.SetResult(Answer.Ok);
        await running.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(2, receiver.Received.Count);
        Assert.All(await store.DeliveriesAsync(), delivery => Assert.Equal(delivery.Id <= 2, delivery.State == DeliveryState.Delivered));

        // The next program goes on with it.
        store.Restart();
        await store.SendAsync();
        Assert.Equal(3, receiver.Received.Count);
    }

    [Fact]
    public async Task The_clock_wakes_it_for_what_is_to_be_tried_again()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(receiver.Url);
        receiver.AnswerWith(Answer.Failure);
        await store.AddAsync();
        await store.SendAsync();
        await receiver.NextAsync();
        receiver.AnswerWith(Answer.Ok);
        using var stop = new CancellationTokenSource();
        var running = store.Dispatcher.RunAsync(stop.Token);
        store.Time.Advance(TimeSpan.FromSeconds(7));
        await receiver.NextAsync();
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(DeliveryState.Delivered, (await store.DeliveryAsync()).State);
    }
}
