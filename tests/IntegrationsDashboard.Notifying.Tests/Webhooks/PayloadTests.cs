using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Notifying.Tests.Webhooks;

/// <summary>What arrives, to the letter.</summary>
public sealed class PayloadTests
{
    private const string Id = "personio:4Kd8sQm2Vb7TzXw9LpRf3NcY";
    private const string EndUser = """{"organization_name":"Löwe \u0026 Söhne","creator_email":"ada@acme.example","origin_id":"acme-7"}""";

    [Fact]
    public async Task An_integration_that_came_to_be() => await AssertDataAsync(
        MessageTypes.Created,
        (_, _) => Task.CompletedTask,
        $$"""{"id":"{{Id}}","tool":"personio","category":"HRIS","end_user":{{EndUser}}}""");

    [Fact]
    public async Task An_integration_that_was_deleted() => await AssertDataAsync(
        MessageTypes.Deleted,
        async (store, integration) => await store.Ledger.RecordAsync(store.Production, integration.Id, new Deleted(store.Time.GetUtcNow())),
        $$"""{"id":"{{Id}}","tool":"personio","category":"HRIS","end_user":{{EndUser}},"deleted_at":"2026-03-02T08:00:00Z"}""");

    [Fact]
    public async Task A_sync_that_finished() => await AssertDataAsync(
        MessageTypes.SyncFinished,
        async (store, integration) => await store.FinishAsync(integration, "acme-1", SyncState.PartiallyFailed),
        $$"""{"sync_id":"acme-1","sync_state":"PARTIALLY_FAILED","sync_started_at":"2026-03-02T07:57:29.5Z","sync_ended_at":"2026-03-02T08:00:00Z","sync_duration_seconds":150,"integration_id":"{{Id}}","integration_tool":"personio","integration_category":"HRIS","end_user":{{EndUser}},"log_url":"https://dashboard.example/integrations/{{Id}}/syncs/acme-1?entry="}""");

    [Fact]
    public async Task A_changed_state_with_where_it_came_from_why_and_what_to_do() => await AssertDataAsync(
        MessageTypes.StateChanged,
        async (store, integration) =>
        {
            await store.FinishAsync(integration, "acme-1");
            store.Time.Advance(TimeSpan.FromHours(1));
            await store.FinishAsync(integration, "acme-2", SyncState.Failed, "Personio answered 503.");
        },
        $$"""{"integration_id":"{{Id}}","integration_tool":"personio","integration_category":"HRIS","end_user":{{EndUser}},"qa_status":"PASSED","setup_status":"COMPLETED","state":"ACTIVE","updated_at":"2026-03-02T09:00:00Z","from":"active","to":"sync-failing","status":"sync-failing","since":"2026-03-02T09:00:00Z","reason":{"code":"sync_failed","message":"Personio answered 503."},"next_steps":[{"kind":"open_log","url":"https://dashboard.example/integrations/{{Id}}/OpenLog"},{"kind":"contact_support","url":"https://dashboard.example/integrations/{{Id}}/ContactSupport"}]}""");

    [Fact]
    public async Task An_attempt_to_connect_that_failed() => await AssertDataAsync(
        MessageTypes.FlowFailed,
        (store, integration) => store.Ledger.WriteAsync(session => session.RecordFailedFlowAsync(new ConnectionFlow
        {
            LinkId = Guid.NewGuid(),
            WorkspaceId = integration.WorkspaceId,
            EnvironmentId = integration.EnvironmentId,
            Tool = "scim",
            Category = Category.Ats,
            OrganizationName = "Initech",
            OriginId = "i-7",
            At = store.Time.GetUtcNow(),
            Error = "Refused",
            Log = [],
        })),
        """{"integration_tool":"scim","integration_category":"ATS","end_user":{"organization_name":"Initech","creator_email":null,"origin_id":"i-7"},"log_url":"https://dashboard.example/connections#flow-1"}""");

    [Fact]
    public async Task A_test()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        var (webhook, _) = await store.AddWebhookAsync(receiver.Url, MessageTypes.Deleted);
        await store.Ledger.WriteAsync(session => session.SendTestAsync(store.Production, webhook.Id, store.Writer.WriteTest()));
        await store.SendAsync();
        var message = Assert.Single(receiver.Received);
        Assert.Equal($$$"""{"id":"{{{message.MessageId}}}","type":"test","data":{"sent_at":"2026-03-02T08:00:00Z"}}""", message.Body);
    }

    [Fact]
    public async Task A_message_is_told_in_the_words_of_then_and_the_status_of_now()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(receiver.Url, MessageTypes.StateChanged);
        var integration = await store.AddAsync(id: Id);
        await store.FinishAsync(integration, "acme-1");
        store.Time.Advance(TimeSpan.FromMinutes(1));
        await store.FinishAsync(integration, "acme-2", SyncState.Failed);
        store.Time.Advance(TimeSpan.FromMinutes(1));
        await store.FinishAsync(integration, "acme-3");
        await store.SendAsync();
        Assert.Equal(
            ["sync-failing active", "active active"],
            receiver.Received.Select(m => $"{m.Data.GetProperty("to").GetString()} {m.Data.GetProperty("status").GetString()}"));
    }

    private static async Task AssertDataAsync(string type, Func<WebhookStore, Integration, Task> happen, string data)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var store = await WebhookStore.CreateAsync();
        await store.AddWebhookAsync(receiver.Url, type);
        await happen(store, await store.AddAsync(id: Id));
        await store.SendAsync();

        var message = Assert.Single(receiver.Received);
        Assert.StartsWith("msg_", message.MessageId, StringComparison.Ordinal);
        Assert.Equal($$"""{"id":"{{message.MessageId}}","type":"{{type}}","data":{{data}}}""", message.Body);
    }
}
