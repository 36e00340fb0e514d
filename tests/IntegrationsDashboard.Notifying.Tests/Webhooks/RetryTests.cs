using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Notifying.Tests.Webhooks;

/// <summary>What happens to a message that its receiver does not take at once.</summary>
public sealed class RetryTests
{
    [Fact]
    public async Task It_is_tried_after_ever_longer_pauses_for_about_three_days_and_then_given_up()
    {
        TimeSpan[] pauses =
        [
            TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
            TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
        ];
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(receiver.Url);
        receiver.AnswerWith(Answer.Failure);
        await store.AddAsync();
        for (var attempt = 1; attempt <= pauses.Length; attempt++)
        {
            await store.SendAsync();
            var delivery = await store.DeliveryAsync();
            Assert.Equal(attempt, receiver.Received.Count);
            Assert.Equal((attempt, DeliveryState.Pending, 500), (delivery.Attempts, delivery.State, delivery.LastStatus));
            var pause = delivery.NextAttemptAt!.Value - store.Time.GetUtcNow();
            Assert.InRange(pause, pauses[attempt - 1] * 0.8, pauses[attempt - 1] * 1.2);

            store.Time.Advance(pause - TimeSpan.FromTicks(1));
            await store.SendAsync();
            Assert.Equal(attempt, receiver.Received.Count);
            store.Time.Advance(TimeSpan.FromTicks(1));
        }

        await store.SendAsync();
        var end = await store.DeliveryAsync();
        Assert.Equal((10, DeliveryState.GivenUp, null), (end.Attempts, end.State, end.NextAttemptAt));
        Assert.Equal(store.Time.GetUtcNow(), end.EndedAt);
        Assert.Equal(10, (await store.Webhooks.AttemptsAsync(store.Production, end.Id)).Count);
        store.Time.Advance(TimeSpan.FromDays(2));
        await store.SendAsync();
        Assert.Equal(10, receiver.Received.Count);
    }

    [Fact]
    public async Task Pauses_differ_so_that_what_failed_together_does_not_come_back_together()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(receiver.Url);
        receiver.AnswerWith(Answer.Failure);
        for (var count = 0; count < 12; count++)
        {
            await store.AddAsync();
        }

        await store.SendAsync();
        Assert.True((await store.DeliveriesAsync()).Select(delivery => delivery.NextAttemptAt).Distinct().Count() > 1);
    }

    [Theory]
    [InlineData(429, "3600", 3600)]
    [InlineData(503, "3600", 3600)]
    [InlineData(503, "Mon, 02 Mar 2026 10:00:00 GMT", 7200)]
    [InlineData(503, "864000", 86400)]
    [InlineData(503, "Thu, 02 Apr 2026 10:00:00 GMT", 86400)]
    public async Task The_receiver_may_ask_for_a_longer_pause_of_up_to_a_day(int status, string retryAfter, int seconds)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(receiver.Url);
        receiver.AnswerWith(new Answer(status, RetryAfter: retryAfter));
        await store.AddAsync();
        await store.SendAsync();
        Assert.Equal(store.Time.GetUtcNow().AddSeconds(seconds), (await store.DeliveryAsync()).NextAttemptAt);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("Sun, 01 Mar 2026 10:00:00 GMT")]
    [InlineData("soon")]
    public async Task It_may_not_ask_for_a_shorter_one(string retryAfter)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(receiver.Url);
        receiver.AnswerWith(new Answer(503, RetryAfter: retryAfter));
        await store.AddAsync();
        await store.SendAsync();
        Assert.InRange((await store.DeliveryAsync()).NextAttemptAt!.Value - store.Time.GetUtcNow(), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task The_beginning_of_an_answer_is_kept_whatever_it_was()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(receiver.Url);
        var beginning = "ä\0" + new string('x', 1_997);
        receiver.AnswerWith(new Answer(500, beginning + "😀" + new string('y', 100_000)));
        await store.AddAsync();
        await store.SendAsync();
        var attempt = await store.LastAttemptAsync();
        Assert.Equal(beginning.Replace('\0', '\uFFFD'), attempt.Response);
        Assert.Equal((500, null, store.Time.GetUtcNow()), (attempt.Status, attempt.Error, attempt.At));
        var sent = receiver.Received[0].Headers;
        Assert.Equal(
            ["webhook-id", "webhook-timestamp", "webhook-signature", "content-type", "user-agent"],
            attempt.RequestHeaders.Split('\n').Select(line => line.Split(": ")[0]));
        Assert.All(attempt.RequestHeaders.Split('\n'), line => Assert.Equal(sent[line.Split(": ")[0]], line.Split(": ")[1]));
    }

    [Fact]
    public async Task Whoever_does_not_answer_in_time_is_tried_again()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(receiver.Url);
        receiver.AnswerWith(Answer.Hang);
        await store.AddAsync();
        var sending = store.SendAsync();
        await receiver.NextAsync();
        store.Time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(sending.IsCompleted);
        store.Time.Advance(TimeSpan.FromSeconds(1));
        await sending;

        var attempt = await store.LastAttemptAsync();
        Assert.Null(attempt.Status);
        Assert.EndsWith(" did not answer within 10 seconds.", attempt.Error, StringComparison.Ordinal);
        Assert.Equal(10_000, attempt.DurationMs);
        Assert.Equal(DeliveryState.Pending, (await store.DeliveryAsync()).State);
    }

    [Fact]
    public async Task Whoever_breaks_off_or_is_not_there_is_tried_again()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(receiver.Url);
        receiver.AnswerWith(Answer.Drop);
        await store.AddAsync();
        await store.SendAsync();
        Assert.EndsWith(" broke the connection off before it answered.", (await store.LastAttemptAsync()).Error, StringComparison.Ordinal);

        await receiver.DisposeAsync();
        store.Time.Advance(TimeSpan.FromMinutes(1));
        await store.SendAsync();
        var attempt = await store.LastAttemptAsync();
        Assert.StartsWith("No connection to 127.0.0.1:", attempt.Error, StringComparison.Ordinal);
        Assert.Equal((2, DeliveryState.Pending), ((await store.DeliveryAsync()).Attempts, (await store.DeliveryAsync()).State));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var elsewhere = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(receiver.Url);
        receiver.AnswerWith(new Answer(307, Location: elsewhere.Url));
        await store.AddAsync();
        await store.SendAsync();
        Assert.Empty(elsewhere.Received);
        Assert.Equal((DeliveryState.Pending, 307), ((await store.DeliveryAsync()).State, (await store.DeliveryAsync()).LastStatus));
    }

    [Fact]
    public async Task A_secret_that_cannot_be_read_any_more_is_named()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.Ledger.WriteAsync(session => session.CreateWebhookAsync(store.Production, receiver.Url, MessageTypes.All, "lost"));
        await store.AddAsync();
        await store.SendAsync();
        Assert.Empty(receiver.Received);
        Assert.Equal("The webhook's secret cannot be read any more. Give the webhook another one.", (await store.LastAttemptAsync()).Error);
    }

    [Fact]
    public async Task What_was_given_up_is_sent_again_when_somebody_asks_for_it_under_the_same_id()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(receiver.Url);
        await store.AddAsync();
        await store.SendAsync();
        await store.Ledger.WriteAsync(async session => await session.SendAgainAsync(store.Production, (await store.DeliveryAsync()).Id));
        await store.SendAsync();
        Assert.Equal(2, receiver.Received.Count);
        Assert.Equal(receiver.Received[0].MessageId, receiver.Received[1].MessageId);
        Assert.Equal(receiver.Received[0].Body, receiver.Received[1].Body);
        Assert.All(await store.DeliveriesAsync(), delivery => Assert.Equal(DeliveryState.Delivered, delivery.State));
    }
}
