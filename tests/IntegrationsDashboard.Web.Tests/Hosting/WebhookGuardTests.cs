using System.Collections.Concurrent;
using System.Text.Json;
using IntegrationsDashboard.Notifying.Webhooks;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Web.Tests.Hosting;

/// <summary>Webhooks lead where tools may be, and nowhere else.</summary>
public sealed class WebhookGuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task A_receiver_on_this_machine_is_sent_nothing(string host)
    {
        var received = new ConcurrentQueue<string>();
        await using var receiver = await StartAsync(received);
        await using var dashboard = new TestDashboard();
        var attempt = await TellAsync(dashboard, receiver, host);
        Assert.Empty(received);
        Assert.Null(attempt.Status);
        Assert.StartsWith($"{host} belongs to this machine or to a private network, to which nothing is sent.", attempt.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_private_networks_are_allowed_it_gets_messages_that_lead_to_the_dashboard()
    {
        var received = new ConcurrentQueue<string>();
        await using var receiver = await StartAsync(received);
        await using var dashboard = new TestDashboard(("Syncing:AllowPrivateNetworks", "true"), ("PublicUrl", "https://dashboard.example/"));
        var attempt = await TellAsync(dashboard, receiver, "127.0.0.1");
        Assert.Equal((200, null), (attempt.Status, attempt.Error));
        using var message = JsonDocument.Parse(Assert.Single(received));
        var data = message.RootElement.GetProperty("data");
        Assert.Equal(
            $"https://dashboard.example/integrations/{data.GetProperty("integration_id").GetString()}/syncs/acme-1", data.GetProperty("log_url").GetString());
    }

    // What came of telling a webhook at the receiver of a sync.
    private static async Task<DeliveryAttempt> TellAsync(TestDashboard dashboard, WebApplication receiver, string host)
    {
        var ct = TestContext.Current.CancellationToken;
        var workspace = (await dashboard.Service<WorkspaceQueries>().FirstAsync(ct))!;
        var scope = new WorkspaceScope(workspace.Id, workspace.Environments[0].Id);
        var ledger = dashboard.Service<Ledger>();
        var secret = dashboard.Service<WebhookSecrets>().Protect(WebhookSecrets.Create());
        var url = $"http://{host}:{new Uri(receiver.Urls.Single()).Port}/hooks";
        var webhook = await ledger.WriteAsync(session => session.CreateWebhookAsync(scope, url, [MessageTypes.SyncFinished], secret, ct), ct: ct);
        var integration = await ledger.CreateIntegrationAsync(
            scope, new NewIntegration { Tool = "personio", Category = Category.Hris, EndUser = new EndUser { OrganizationName = "Acme" } }, ct);
        await ledger.RecordSyncAsync(
            scope,
            new SyncReport
            {
                SyncId = "acme-1",
                IntegrationId = integration.Id,
                State = SyncState.Succeeded,
                StartedAt = TestDashboard.Start,
                EndedAt = TestDashboard.Start,
            },
            ct);
        var dispatcher = dashboard.Service<WebhookDispatcher>();
        await dispatcher.ReadAsync(ct);
        await dispatcher.SendDueAsync(ct);
        var queries = dashboard.Service<WebhookQueries>();
        var delivery = Assert.Single(await queries.DeliveriesAsync(scope, webhook.Id, new DeliveryFilter(), ct: ct));
        return Assert.Single(await queries.AttemptsAsync(scope, delivery.Id, ct));
    }

    private static async Task<WebApplication> StartAsync(ConcurrentQueue<string> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            received.Enqueue(await reader.ReadToEndAsync(context.RequestAborted));
        });
        await app.StartAsync();
        return app;
    }
}
