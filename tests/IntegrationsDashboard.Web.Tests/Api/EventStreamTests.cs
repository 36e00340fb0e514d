using System.Text.Json;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Api;
using IntegrationsDashboard.Web.Api.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>Programs that hear of changes of status as they happen.</summary>
public sealed class EventStreamTests : IDisposable
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private readonly TestDashboard _dashboard = new();
    private readonly HttpClient _http;
    private readonly ApiClient _api;

    public EventStreamTests()
    {
        _http = _dashboard.CreateClient();
        _api = _dashboard.Api();
    }

    public void Dispose() => _dashboard.Dispose();

    [Fact]
    public async Task A_change_arrives_with_what_it_is_about()
    {
        var id = await _api.CreateAsync();
        await _api.ReportAsync(id, "one", "SUCCEEDED", "20T02:00:00");
        await _api.ReportAsync(id, "before", "FAILED", "21T02:00:00");
        using var events = await EventReader.OpenAsync(_http);
        Assert.Equal("text/event-stream", events.ContentType);
        Assert.True(events.Headers.CacheControl!.NoCache);

        await _api.ReportAsync(id, "now", "PARTIALLY_FAILED", "23T02:00:00");
        var change = await events.NextAsync();

        var status = (await _api.GetAsync($"/v1/integrations/{id}/status")).Data.GetRawText();
        Assert.Equal(
            $$"""{"integration_id":"{{id}}","tool":{"id":"personio","label":"Personio"},"category":"HRIS","end_user":{"organization_name":"Example","creator_email":null,"origin_id":null},"from":"sync-failing","to":"sync-has-warnings","sync_id":"now","occurred_at":"2026-11-24T06:00:00Z","status":{{status}}}""",
            change.GetRawText());
    }

    [Fact]
    public async Task Other_environments_and_what_was_deleted_never_appear()
    {
        var development = _dashboard.Api(TestDashboard.DevelopmentKey);
        var (id, deleted, foreign) = (await _api.CreateAsync(), await _api.CreateAsync(), await development.CreateAsync());
        using var events = await EventReader.OpenAsync(_http);
        var start = events.LastId;
        using var developmentEvents = await EventReader.OpenAsync(_http, key: TestDashboard.DevelopmentKey);

        await SwitchAsync(development, foreign, false);
        await SwitchAsync(_api, deleted, false);
        Assert.Equal(deleted, await NextIdAsync(events));
        await _api.DeleteAsync($"/v1/integrations/{deleted}");
        await SwitchAsync(_api, id, false);

        Assert.Equal(id, await NextIdAsync(events));
        Assert.Equal(foreign, await NextIdAsync(developmentEvents));
        using var again = await EventReader.OpenAsync(_http, start);
        Assert.Equal(id, await NextIdAsync(again));
    }

    // Whatever a client sees before it loses its connection, and whatever happens meanwhile: it hears of all changes once, in order.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Reconnections_lose_nothing_and_double_nothing(int seed)
    {
        var random = new Random(seed);
        string[] ids = [await _api.CreateAsync(), await _api.CreateAsync(), await _api.CreateAsync()];
        var foreign = await _dashboard.Api(TestDashboard.DevelopmentKey).CreateAsync();
        var isOn = ids.ToDictionary(id => id, _ => true);
        var expected = new List<(string, string?)>();
        var heard = new List<(string, string?)>();
        var foreignIsOn = true;

        var events = await EventReader.OpenAsync(_http);
        for (var round = 0; round < 12; round++)
        {
            // The connection breaks before, between or after what happens.
            var after = round % 3 == 0;
            for (var change = random.Next(6); change > 0; change--)
            {
                var id = ids[random.Next(ids.Length)];
                isOn[id] = !isOn[id];
                await SwitchAsync(_api, id, isOn[id]);
                expected.Add((id, isOn[id] ? "active" : "inactive"));
                foreignIsOn = !foreignIsOn;
                await SwitchAsync(_dashboard.Api(TestDashboard.DevelopmentKey), foreign, foreignIsOn);
                if (!after && random.Next(3) == 0)
                {
                    events = await ReconnectAsync(events);
                }
            }

            for (var most = random.Next(expected.Count - heard.Count + 1); most > 0; most--)
            {
                await HearAsync();
            }

            events = await ReconnectAsync(events);
        }

        while (heard.Count < expected.Count)
        {
            await HearAsync();
        }

        // Nothing is left over: the next sign is a heartbeat.
        _dashboard.Clock.Advance(Heartbeat);
        Assert.Equal("heartbeat", (await events.ReadAsync())![""]);
        Assert.Equal(expected, heard);
        events.Dispose();

        async Task HearAsync()
        {
            var change = await events.NextAsync();
            heard.Add((change.GetProperty("integration_id").GetString()!, change.GetProperty("to").GetString()));
        }
    }

    [Fact]
    public async Task More_than_a_batch_is_caught_up_with()
    {
        var id = await _api.CreateAsync();
        using var first = await EventReader.OpenAsync(_http);
        var start = first.LastId;
        for (var number = 0; number < 250; number++)
        {
            await SwitchAsync(_api, id, number % 2 == 1);
        }

        using var events = await EventReader.OpenAsync(_http, start);
        for (var number = 0; number < 250; number++)
        {
            Assert.Equal(number % 2 == 1 ? "active" : "inactive", (await events.NextAsync()).GetProperty("to").GetString());
        }
    }

    [Fact]
    public async Task Erased_messages_are_passed_over()
    {
        var id = await _api.CreateAsync();
        using var first = await EventReader.OpenAsync(_http);
        var start = first.LastId;
        await SwitchAsync(_api, id, false);
        await first.NextAsync();
        await WriteAsync("DELETE FROM Outbox");

        using var events = await EventReader.OpenAsync(_http, first.LastId);
        using var fromStart = await EventReader.OpenAsync(_http, start);
        await SwitchAsync(_api, id, true);

        Assert.Equal("active", (await events.NextAsync()).GetProperty("to").GetString());
        Assert.Equal("active", (await fromStart.NextAsync()).GetProperty("to").GetString());
    }

    [Fact]
    public async Task A_silent_stream_shows_every_fifteen_seconds_that_it_lives()
    {
        await _api.CreateAsync();
        using var events = await EventReader.OpenAsync(_http);
        var position = events.LastId;
        for (var beat = 0; beat < 3; beat++)
        {
            _dashboard.Clock.Advance(Heartbeat);
            var fields = await events.ReadAsync();
            Assert.Equal(("heartbeat", position), (fields![""], fields["id"]));
            Assert.DoesNotContain("data", fields.Keys);
        }
    }

    [Fact]
    public async Task A_stream_ends_with_its_key_at_the_next_heartbeat()
    {
        using var events = await EventReader.OpenAsync(_http);
        using var other = await EventReader.OpenAsync(_http, key: TestDashboard.DevelopmentKey);
        await RemoveProductionKeyAsync();

        _dashboard.Clock.Advance(Heartbeat);

        Assert.Null(await events.ReadAsync());
        Assert.Equal("heartbeat", (await other.ReadAsync())![""]);
    }

    [Fact]
    public async Task A_stream_ends_with_its_key_before_it_tells_of_a_change()
    {
        var id = await _api.CreateAsync();
        using var events = await EventReader.OpenAsync(_http);
        await RemoveProductionKeyAsync();

        // As the page would do it: the program's key opens nothing any more.
        await _dashboard.Service<Ledger>().RecordAsync(
            new WorkspaceScope(1, 1), id, new Deactivated(TestDashboard.Start), TestContext.Current.CancellationToken);

        Assert.Null(await events.ReadAsync());
    }

    [Fact]
    public async Task A_stream_ends_when_its_client_goes()
    {
        using var client = new CancellationTokenSource();
        var context = new DefaultHttpContext { RequestAborted = client.Token };
        var caller = new ApiCaller(new WorkspaceScope(1, 1), EnvironmentKind.Production);
        var stream = _dashboard.Service<EventStream>().RunAsync(context, caller, null);

        await client.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => stream.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Streams_end_when_the_program_stops()
    {
        using var events = await EventReader.OpenAsync(_http);

        _dashboard.Service<IHostApplicationLifetime>().StopApplication();

        Assert.Null(await events.ReadAsync());
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    [InlineData(" ")]
    public async Task An_id_that_is_none_is_refused(string id)
    {
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Last-Event-ID", id);

        Assert.Equal(
            "Last-Event-ID: is no id of an event; give the id of the last event you have seen, or leave it out to begin with the next",
            (await new ApiClient(_http, TestDashboard.ProductionKey).GetAsync("/v1/events")).Refusal);
    }

    private static async Task SwitchAsync(ApiClient api, string id, bool on) =>
        Assert.Equal(200, (await api.PutAsync($"/v1/integrations/{id}/enabled", JsonSerializer.Serialize(new { value = on }))).Status);

    private static async Task<string?> NextIdAsync(EventReader events) => (await events.NextAsync()).GetProperty("integration_id").GetString();

    private async Task<EventReader> ReconnectAsync(EventReader events)
    {
        events.Dispose();
        return await EventReader.OpenAsync(_http, events.LastId);
    }

    private Task RemoveProductionKeyAsync() => WriteAsync("DELETE FROM ApiKeys WHERE EnvironmentId = 1");

    private async Task WriteAsync(string sql)
    {
        await using var db = await _dashboard.Service<IDbContextFactory<DashboardContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken));
    }
}
