using IntegrationsDashboard.Notifying.Webhooks;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Web.Tests.Components;

/// <summary>Renders components about one webhook, to which nothing is sent by itself.</summary>
public abstract class WebhookComponentTest : ConnectedComponentTest
{
    protected WebhookQueries Webhooks => Services.GetRequiredService<WebhookQueries>();

    protected async Task<Webhook> CreateAsync()
    {
        var stored = Services.GetRequiredService<WebhookSecrets>().Protect(WebhookSecrets.Create());
        return await Ledger.WriteAsync(session => session.CreateWebhookAsync(Scope, "https://example.com/hooks", [MessageTypes.StateChanged], stored));
    }

    protected async Task<Webhook> ReadAsync(Webhook webhook) => (await Webhooks.FindAsync(Scope, webhook.Id))!;

    /// <summary>Sends a message to it, and gives it up or not.</summary>
    protected async Task<Delivery> SendAsync(Webhook webhook, DeliveryState state, DeliveryAttempt? attempt = null)
    {
        const string payload = """{"id":"msg_1","type":"test","data":{"name":"<b>Zoë</b>"}}""";
        await Ledger.WriteAsync(async session =>
        {
            await session.SendTestAsync(Scope, webhook.Id, new NewDelivery("msg_1", MessageTypes.Test, null, payload));
            if (attempt is not null)
            {
                var claimed = Assert.Single(await session.ClaimDeliveriesAsync("test", 1, TimeSpan.FromMinutes(1)));
                var made = new DeliveryAttempt
                {
                    DeliveryId = claimed.Id,
                    At = Now,
                    DurationMs = attempt.DurationMs,
                    RequestHeaders = attempt.RequestHeaders,
                    Status = attempt.Status,
                    Response = attempt.Response,
                    Error = attempt.Error,
                };
                await session.RecordAttemptAsync(claimed, new AttemptOutcome(made, state, state == DeliveryState.Pending ? Now.AddMinutes(5) : null));
            }
        });
        return (await Webhooks.DeliveriesAsync(Scope, webhook.Id, new DeliveryFilter()))[0];
    }
}
