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
    public async Task The_last_day_is_found_through_the_webhook_and_its_deliveries() =>
        Assert.Single(await planned.ExplainAsync(() => _store.Webhooks.LastDayAsync(_store.Workspace, 1))).AssertSeeks();
}
