using IntegrationsDashboard.Notifying.Webhooks;

namespace IntegrationsDashboard.Notifying.Tests.Webhooks;

/// <summary>Real deliveries, verified by the library that receivers use.</summary>
public sealed class SignatureTests
{
    [Fact]
    public async Task A_receiver_with_the_secret_verifies_what_arrives_and_nothing_that_was_changed_on_the_way()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var verifier = Verifier.Start();
        await using var store = await WebhookStore.CreateAsync();
        var (_, secret) = await store.AddWebhookAsync(receiver.Url);
        await store.AddAsync();
        await store.SendAsync();

        var message = Assert.Single(receiver.Received);
        Assert.Equal("/hooks", message.Path);
        Assert.Equal("application/json", message.Headers["content-type"]);
        Assert.Null(await verifier.ProblemAsync(message, secret, store.Time.GetUtcNow()));
        Assert.NotNull(await verifier.ProblemAsync(message, WebhookSecrets.Create(), store.Time.GetUtcNow()));
        Assert.NotNull(await verifier.ProblemAsync(
            message with { Body = message.Body.Replace("personio", "personia", StringComparison.Ordinal) }, secret, store.Time.GetUtcNow()));
        Assert.NotNull(await verifier.ProblemAsync(Changed(message, "webhook-id", "msg_other"), secret, store.Time.GetUtcNow()));

        // Kept and sent again by somebody else, it is too old, and its time cannot be changed either.
        var later = store.Time.GetUtcNow().AddHours(1);
        Assert.NotNull(await verifier.ProblemAsync(message, secret, later));
        var moved = later.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.NotNull(await verifier.ProblemAsync(Changed(message, "webhook-timestamp", moved), secret, later));
    }

    [Fact]
    public async Task While_a_secret_is_changed_over_both_verify_and_afterwards_the_new_one_only()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var verifier = Verifier.Start();
        await using var store = await WebhookStore.CreateAsync();
        var (webhook, before) = await store.AddWebhookAsync(receiver.Url);
        var after = WebhookSecrets.Create();
        var stored = store.Secrets.Protect(after);
        await store.Ledger.WriteAsync(session => session.RotateWebhookSecretAsync(store.Production, webhook.Id, stored, TimeSpan.FromHours(24)));

        await store.AddAsync();
        await store.SendAsync();
        store.Time.Advance(TimeSpan.FromHours(24));
        await store.AddAsync();
        await store.SendAsync();

        Assert.Equal(2, receiver.Received.Count);
        Assert.Null(await verifier.ProblemAsync(receiver.Received[0], before, WebhookStore.Start));
        Assert.Null(await verifier.ProblemAsync(receiver.Received[0], after, WebhookStore.Start));
        Assert.NotNull(await verifier.ProblemAsync(receiver.Received[1], before, store.Time.GetUtcNow()));
        Assert.Null(await verifier.ProblemAsync(receiver.Received[1], after, store.Time.GetUtcNow()));
    }

    [Fact]
    public async Task A_message_that_is_tried_again_keeps_its_id_and_is_signed_for_the_time_of_the_attempt()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var verifier = Verifier.Start();
        await using var store = await WebhookStore.CreateAsync();
        var (_, secret) = await store.AddWebhookAsync(receiver.Url);
        receiver.AnswerWith(Answer.Failure);
        await store.AddAsync();
        await store.SendAsync();
        receiver.AnswerWith(Answer.Ok);
        store.Time.Advance(TimeSpan.FromHours(1));
        await store.SendAsync();

        Assert.Equal(2, receiver.Received.Count);
        Assert.Equal(receiver.Received[0].MessageId, receiver.Received[1].MessageId);
        Assert.Null(await verifier.ProblemAsync(receiver.Received[1], secret, store.Time.GetUtcNow()));
    }

    private static ReceivedMessage Changed(ReceivedMessage message, string header, string value) =>
        message with { Headers = new Dictionary<string, string>(message.Headers) { [header] = value } };
}
