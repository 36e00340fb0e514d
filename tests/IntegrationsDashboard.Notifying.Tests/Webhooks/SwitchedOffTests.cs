using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Notifying.Tests.Webhooks;

/// <summary>When a webhook is switched off, and who hears of it.</summary>
public sealed class SwitchedOffTests
{
    [Fact]
    public async Task A_receiver_that_is_gone_gets_nothing_more_and_the_admins_are_told_once()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await AddPeopleAsync(store);
        var (webhook, _) = await store.AddWebhookAsync(receiver.Url);
        receiver.AnswerWith(new Answer(410));
        var integration = await store.AddAsync();
        await store.FinishAsync(integration, "acme-1");
        await store.SendAsync();
        await store.AddAsync();
        store.Time.Advance(TimeSpan.FromDays(1));
        await store.SendAsync();

        Assert.Single(receiver.Received);
        var known = (await store.Webhooks.FindAsync(store.Production, webhook.Id))!;
        Assert.Equal((WebhookStore.Start, WebhookEnd.Gone), (known.DisabledAt, known.DisabledBecause));
        Assert.All(await store.DeliveriesAsync(), delivery => Assert.Equal(DeliveryState.GivenUp, delivery.State));
        AssertTold(store, receiver.Url, "gone for good (410)");
    }

    [Fact]
    public async Task After_five_days_in_which_nothing_got_through_it_is_switched_off_and_the_admins_are_told_once()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await AddPeopleAsync(store);
        var (webhook, _) = await store.AddWebhookAsync(receiver.Url, MessageTypes.SyncFinished);
        receiver.AnswerWith(Answer.Failure);
        var integration = await store.AddAsync();
        var another = await store.AddAsync();
        var switchedOffAt = default(DateTimeOffset?);
        for (var hour = 0; hour < 24 * 7; hour++)
        {
            await store.FinishAsync(integration, $"first-{hour}");
            await store.FinishAsync(another, $"second-{hour}");
            await store.SendAsync();
            var known = (await store.Webhooks.FindAsync(store.Production, webhook.Id))!;
            switchedOffAt ??= known.DisabledAt;
            store.Time.Advance(TimeSpan.FromHours(1));
        }

        // Tried every day, it is noticed within a day.
        Assert.InRange(switchedOffAt!.Value - WebhookStore.Start, TimeSpan.FromDays(5), TimeSpan.FromDays(6.2));
        Assert.Equal(WebhookEnd.Failing, (await store.Webhooks.FindAsync(store.Production, webhook.Id))!.DisabledBecause);
        AssertTold(store, receiver.Url, "for five days");
    }

    [Fact]
    public async Task What_gets_through_begins_the_five_days_anew()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        var (webhook, _) = await store.AddWebhookAsync(receiver.Url, MessageTypes.SyncFinished);
        for (var day = 0; day < 8; day++)
        {
            // Each time another integration, so that every day has an attempt of its own.
            var answer = day == 4 ? Answer.Ok : Answer.Failure;
            receiver.Answers = _ => Task.FromResult(answer);
            await store.FinishAsync(await store.AddAsync(), $"day-{day}");
            await store.SendAsync();
            var known = (await store.Webhooks.FindAsync(store.Production, webhook.Id))!;
            Assert.Equal(day switch { < 4 => WebhookStore.Start, 4 => null, _ => WebhookStore.Start.AddDays(5) }, known.FailingSince);
            Assert.Null(known.DisabledAt);
            store.Time.Advance(TimeSpan.FromDays(1));
        }
    }

    private static async Task AddPeopleAsync(WebhookStore store)
    {
        await store.AddMemberAsync("Ada", Role.Admin);
        await store.AddMemberAsync("Bob", Role.Member);
        await store.AddMemberAsync("Cem", Role.Viewer);
        await store.AddMemberAsync("Dee", Role.Admin);
    }

    private static void AssertTold(WebhookStore store, string url, string why)
    {
        Assert.Equal(["ada@acme.example", "dee@acme.example"], store.MailBox.Mails.Select(mail => mail.To.Address));
        Assert.All(store.MailBox.Mails, mail =>
        {
            Assert.Equal("A webhook of Acme was switched off", mail.Subject);
            Assert.Contains(url, mail.Text, StringComparison.Ordinal);
            Assert.Contains(why, mail.Text, StringComparison.Ordinal);
            Assert.Contains("https://dashboard.example/workspace/webhooks", mail.Text, StringComparison.Ordinal);
        });
    }
}
