using System.Text.Json;
using IntegrationsDashboard.Notifying.Tests.Webhooks;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Notifying.Tests.Notices;

/// <summary>Channels hear by the rules of mails, through the webhooks' deliveries.</summary>
public sealed class NoticeChannelTests
{
    [Fact]
    public async Task A_channel_is_sent_a_text_of_its_environment_once_and_through_a_delivery_that_is_retried()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddChannelAsync(receiver.Url);
        await store.TellAsync();
        receiver.AnswerWith(Answer.Failure);
        await BreakAsync(store, await store.AddAsync());
        await BreakAsync(store, await store.AddAsync(store.Development));
        await store.TellAsync();
        await store.SendAsync();
        receiver.AnswerWith(Answer.Ok);
        store.Time.Advance(TimeSpan.FromMinutes(1));
        await store.TellAsync();
        await store.SendAsync();

        var delivery = await store.DeliveryAsync();
        Assert.Equal((DeliveryState.Delivered, 2, "notice", null), (delivery.State, delivery.Attempts, delivery.Type, delivery.IntegrationId));
        Assert.False(string.IsNullOrEmpty(JsonDocument.Parse(delivery.Payload).RootElement.GetProperty("text").GetString()));
        Assert.Equal(2, receiver.Received.Count);
    }

    [Fact]
    public async Task A_channel_that_is_switched_off_before_it_was_told_is_told_nothing()
    {
        await using var store = await WebhookStore.CreateAsync();
        var channel = await store.AddChannelAsync("https://chat.example/hook");
        await store.TellAsync();
        await BreakAsync(store, await store.AddAsync());
        await store.Notices.ReadAsync();
        await store.Ledger.WriteAsync(session => session.SwitchWebhookAsync(store.Production, channel.Id, on: false));
        await store.Notices.SendDueAsync();

        Assert.Equal(NoticeState.Dropped, Assert.Single(await store.NoticesAsync()).State);
        Assert.Empty(await store.DeliveriesAsync());
    }

    [Fact]
    public async Task A_deleted_integration_is_told_of_no_more()
    {
        await using var store = await WebhookStore.CreateAsync();
        await store.AddChannelAsync("https://chat.example/hook");
        await store.TellAsync();
        var integration = await store.AddAsync();
        await BreakAsync(store, integration);
        await store.Notices.ReadAsync();
        await store.Ledger.RecordAsync(store.Production, integration.Id, new Deleted(store.Time.GetUtcNow()));
        await store.TellAsync();

        Assert.Equal(NoticeState.Dropped, Assert.Single(await store.NoticesAsync()).State);
        Assert.Empty(await store.DeliveriesAsync());
    }

    private static async Task BreakAsync(WebhookStore store, Integration integration)
    {
        await store.FinishAsync(integration, $"{integration.Id}-good");
        store.Time.Advance(TimeSpan.FromSeconds(1));
        await store.FinishAsync(integration, $"{integration.Id}-bad", SyncState.Failed);
    }
}
