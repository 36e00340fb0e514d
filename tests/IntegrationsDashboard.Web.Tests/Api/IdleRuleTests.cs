using IntegrationsDashboard.Store;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>Fourteen days without a request switch an integration off, in development only.</summary>
public sealed class IdleRuleTests : IDisposable
{
    private readonly TestDashboard _dashboard = new();
    private readonly ApiClient _api;

    public IdleRuleTests() => _api = _dashboard.Api(TestDashboard.DevelopmentKey);

    public void Dispose() => _dashboard.Dispose();

    [Fact]
    public async Task Every_kind_of_request_starts_the_fourteen_days_anew()
    {
        var id = await _api.CreateAsync();
        await _api.ReportAsync(id, "one", "SUCCEEDED", "20T00:00:00");
        var requests = 0;
        foreach (var request in new Func<Task<ApiAnswer>>[]
        {
            () => _api.GetAsync($"/v1/integrations/{id}"),
            () => _api.GetAsync($"/v1/integrations/{id}/status"),
            () => _api.GetAsync($"/v1/integrations/{id}/syncs"),
            () => _api.GetAsync($"/v1/integrations/{id}/history"),
            () => _api.GetAsync("/v1/syncs/one"),
            () => _api.GetAsync("/v1/syncs/one/logs"),
            () => _api.PutAsync($"/v1/integrations/{id}/enabled", """{"value":true}"""),
        })
        {
            _dashboard.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
            Assert.Equal(200, (await request()).Status);
            requests++;
        }

        _dashboard.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        var status = (await _api.GetAsync($"/v1/integrations/{id}/status")).Data;
        Assert.Equal("active", status.GetProperty("status").GetString());
        var last = TestDashboard.Start + ((requests + 1) * (TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1)));
        Assert.Equal(last.AddDays(14), status.GetProperty("next_change_at").GetDateTimeOffset());
    }

    // While somebody else writes, whoever needed the ledger would wait.
    [Fact(Timeout = 60_000)]
    public async Task A_hundred_requests_within_a_minute_need_the_ledger_once()
    {
        var id = await _api.CreateAsync();
        _dashboard.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(200, (await _api.GetAsync($"/v1/integrations/{id}")).Status);

        await _dashboard.Service<Ledger>().WriteAsync(
            async _ =>
            {
                for (var request = 0; request < 100; request++)
                {
                    _dashboard.Clock.Advance(TimeSpan.FromMilliseconds(590));
                    Assert.Equal(200, (await _api.GetAsync($"/v1/integrations/{id}{(request % 2 == 0 ? "/status" : "")}")).Status);
                }

                return 0;
            },
            ct: TestContext.Current.CancellationToken);

        _dashboard.Clock.Advance(TimeSpan.FromMinutes(1));
        var status = (await _api.GetAsync($"/v1/integrations/{id}/status")).Data;
        Assert.Equal("2026-12-08T07:01:59Z", status.GetProperty("next_change_at").GetString());
    }

    [Fact]
    public async Task Reports_of_syncs_are_no_requests()
    {
        var id = await _api.CreateAsync();
        _dashboard.Clock.Advance(TimeSpan.FromDays(10));
        await _api.ReportAsync(id, "one", "SUCCEEDED", "24T07:00:00");
        await _api.PostAsync("/v1/syncs/one/logs", "[]");
        _dashboard.Clock.Advance(TimeSpan.FromDays(4));
        var status = (await _api.GetAsync($"/v1/integrations/{id}/status")).Data;
        Assert.Equal("inactive", status.GetProperty("status").GetString());
        Assert.Equal("2026-12-08T06:00:00Z", status.GetProperty("since").GetString());
        Assert.Contains("without an API request", status.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal("INACTIVE", (await _api.GetAsync($"/v1/integrations/{id}")).Data.GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_list_is_no_request_to_what_it_shows()
    {
        await _api.CreateAsync();
        _dashboard.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(200, (await _api.GetAsync("/v1/integrations")).Status);
        _dashboard.Clock.Advance(TimeSpan.FromDays(4));
        var listed = Assert.Single((await _api.GetAsync("/v1/integrations")).Data.GetProperty("integrations").EnumerateArray().ToArray());
        Assert.Equal("inactive", listed.GetProperty("status").GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_request_that_comes_too_late_does_not_switch_it_on_but_switching_on_does()
    {
        var id = await _api.CreateAsync();
        _dashboard.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal("inactive", await _api.StatusAsync(id));
        Assert.Equal("inactive", await _api.StatusAsync(id));
        await _api.PutAsync($"/v1/integrations/{id}/enabled", """{"value":true}""");
        Assert.Equal("active", await _api.StatusAsync(id));
        _dashboard.Clock.Advance(TimeSpan.FromDays(13));
        Assert.Equal("active", await _api.StatusAsync(id));
    }

    [Fact]
    public async Task Production_never_idles()
    {
        var production = _dashboard.Api();
        var id = await production.CreateAsync();
        _dashboard.Clock.Advance(TimeSpan.FromDays(400));
        var status = (await production.GetAsync($"/v1/integrations/{id}/status")).Data;
        Assert.Equal("active", status.GetProperty("status").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, status.GetProperty("next_change_at").ValueKind);
    }
}
