using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Tests.Plans;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>A webhook's page reads what it shows, and nothing of the other webhooks.</summary>
public sealed class WebhookQueryPlanTests(PlannedStore planned) : IClassFixture<PlannedStore>
{
    private readonly TestStore _store = planned.Store;

    [Fact]
    public async Task Webhooks_are_those_of_the_workspace()
    {
        foreach (var scope in new[] { _store.Workspace, _store.Production })
        {
            Assert.Single(await planned.ExplainAsync(() => _store.Webhooks.ListAsync(scope))).AssertSeeks(maySort: true);
        }
    }

    [Fact]
    public async Task Deliveries_are_read_from_the_last_on_and_not_sorted()
    {
        foreach (var filter in new[] { new DeliveryFilter(), new DeliveryFilter(DeliveryState.GivenUp, MessageTypes.Test) })
        {
            foreach (var before in new long?[] { null, 1000 })
            {
                Assert.Single(await planned.ExplainAsync(() => _store.Webhooks.DeliveriesAsync(_store.Workspace, 1, filter, before))).AssertSeeks();
            }
        }
    }

    [Fact]
    public async Task Attempts_are_found_by_their_delivery() =>
        Assert.Single(await planned.ExplainAsync(() => _store.Webhooks.AttemptsAsync(_store.Workspace, 1))).AssertSeeks();

    [Fact]
    public async Task The_last_day_is_found_through_what_ended_in_it_and_what_has_not()
    {
        var webhook = await _store.Ledger.WriteAsync(
            session => session.CreateWebhookAsync(_store.Production, "https://example.com/a", [MessageTypes.Created], "a"));

        var plans = await planned.ExplainAsync(() => _store.Webhooks.LastDayAsync(_store.Workspace, webhook.Id));

        Assert.Equal(2, plans.Count);
        plans[0].AssertSeeks();
        plans[1].AssertSeeks(maySort: true);
        plans[1].AssertSeeksBy("Deliveries", "IX_Deliveries_Pending", "WebhookId=?");
        plans[1].AssertSeeksBy("Deliveries", "IX_Deliveries_EndedAt", "EndedAt>?");
        plans[1].AssertSeeksBy("a", "IX_DeliveryAttempts_DeliveryId", "DeliveryId=?");
    }
}
