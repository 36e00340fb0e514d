using System.Text.Json;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>Syncs and logs as a connector reports them.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly TestDashboard _dashboard = new();
    private readonly ApiClient _api;

    public ReportTests() => _api = _dashboard.Api();

    public void Dispose() => _dashboard.Dispose();

    private const string Lines = "application/x-ndjson";

    private static string Entry(int seq, string level, string message) =>
        $$"""{"seq":{{seq}},"at":"2026-11-20T02:00:00Z","level":"{{level}}","message":"{{message}}"}""";

    private static string? OpenLogUrl(JsonElement status) => status.GetProperty("next_steps").EnumerateArray()
        .Single(step => step.GetProperty("kind").GetString() == "open_log").GetProperty("url").GetString();

    [Fact]
    public async Task A_failing_sync_is_told_with_its_reason_and_the_line_to_read()
    {
        var id = await _api.CreateAsync();
        await _api.ReportAsync(id, "first", "SUCCEEDED", "19T02:00:00");
        Assert.Equal("active", (await _api.ReportRunningAsync(id, "second")).Data.GetProperty("status").GetString());
        var logged = await _api.PostAsync(
            "/v1/syncs/second/logs", $"{Entry(1, "INFO", "begin")}\n{Entry(41, "ERROR", "Rate limit of the tool")}\n", Lines);
        Assert.Equal("""{"status":"success","data":{"added":2,"already_known":0}}""", logged.Text);

        var status = (await _api.ReportAsync(id, "second", "FAILED", "20T02:10:00")).Data;
        Assert.Equal("sync-failing", status.GetProperty("status").GetString());
        Assert.Contains("Rate limit of the tool", status.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(41, status.GetProperty("evidence").GetProperty("entry").GetInt32());
        Assert.Equal($"http://localhost/integrations/{id}/syncs/second?entry=41", OpenLogUrl(status));
        Assert.Equal(status.GetRawText(), (await _api.GetAsync($"/v1/integrations/{id}/status")).Data.GetRawText());
    }

    [Fact]
    public async Task A_log_that_comes_after_the_end_still_leads_to_its_line()
    {
        var id = await _api.CreateAsync();
        await _api.ReportAsync(id, "first", "SUCCEEDED", "19T02:00:00");
        var status = (await _api.ReportAsync(id, "second", "PARTIALLY_FAILED", "20T02:10:00")).Data;
        Assert.Equal($"http://localhost/integrations/{id}/syncs/second", OpenLogUrl(status));

        var answer = await _api.PostAsync("/v1/syncs/second/logs", $"[{Entry(8, "ERROR", "e")},{Entry(7, "WARNING", "Two records without a name")}]");
        Assert.Equal(2, answer.Data.GetProperty("added").GetInt32());
        status = (await _api.GetAsync($"/v1/integrations/{id}/status")).Data;
        Assert.Equal("sync-has-warnings", status.GetProperty("status").GetString());
        Assert.Equal($"http://localhost/integrations/{id}/syncs/second?entry=7", OpenLogUrl(status));
        Assert.Contains("Two records without a name", status.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reporting_again_changes_nothing()
    {
        var id = await _api.CreateAsync();
        await _api.ReportRunningAsync(id, "one");
        await _api.PostAsync("/v1/syncs/one/logs", Entry(1, "ERROR", "e"), Lines);
        var first = await _api.ReportAsync(id, "one", "TIMED_OUT", "20T02:10:00");
        var again = await _api.ReportAsync(id, "one", "TIMED_OUT", "20T02:10:00");
        Assert.Equal(first.Text, again.Text);
        Assert.Equal(first.Text, (await _api.ReportRunningAsync(id, "one")).Text);
        var known = await _api.PostAsync("/v1/syncs/one/logs", $"{Entry(1, "INFO", "other")}\n{Entry(2, "INFO", "new")}", "application/jsonl");
        Assert.Equal("""{"added":1,"already_known":1}""", known.Data.GetRawText());
        Assert.Equal(first.Data.GetRawText(), (await _api.GetAsync($"/v1/integrations/{id}/status")).Data.GetRawText());
    }

    [Fact]
    public async Task A_late_report_is_placed_where_it_belongs()
    {
        var id = await _api.CreateAsync();
        Assert.Equal("active", (await _api.ReportAsync(id, "later", "SUCCEEDED", "20T02:00:00")).Data.GetProperty("status").GetString());
        var late = (await _api.ReportAsync(id, "earlier", "FAILED", "19T02:00:00")).Data;
        Assert.Equal("quality-assurance", late.GetProperty("status").GetString());
        Assert.Equal("INACTIVE", late.GetProperty("state").GetString());
        Assert.Equal("FAILED", late.GetProperty("qa_status").GetString());
        Assert.Equal("earlier", late.GetProperty("evidence").GetProperty("sync_id").GetString());
        Assert.Equal("INACTIVE", (await _api.GetAsync($"/v1/integrations/{id}")).Data.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_sync_that_ended_cannot_end_in_another_way()
    {
        var id = await _api.CreateAsync();
        var other = await _api.CreateAsync();
        await _api.ReportAsync(id, "one", "SUCCEEDED", "20T02:00:00");
        var contradiction = (await _api.ReportAsync(id, "one", "FAILED", "20T02:00:00")).Refusal;
        Assert.StartsWith("state: the sync \"one\" already ended at 2026-11-20T02:00:00Z", contradiction, StringComparison.Ordinal);
        var taken = (await _api.ReportAsync(other, "one", "SUCCEEDED", "20T02:00:00")).Refusal;
        Assert.StartsWith("integration_id: the sync \"one\" belongs to another integration", taken, StringComparison.Ordinal);
        Assert.Equal("active", await _api.StatusAsync(id));
        Assert.Equal("PENDING", (await _api.GetAsync($"/v1/integrations/{other}/status")).Data.GetProperty("qa_status").GetString());
    }

    [Fact]
    public async Task Switching_off_calls_off_what_runs_and_switching_on_brings_back_the_status_before()
    {
        var id = await _api.CreateAsync();
        await _api.ReportAsync(id, "one", "SUCCEEDED", "19T02:00:00");
        await _api.ReportAsync(id, "two", "FAILED", "20T02:00:00");
        await _api.ReportRunningAsync(id, "three");
        await _api.PutAsync($"/v1/integrations/{id}/enabled", """{"value":false}""");
        var off = (await _api.GetAsync($"/v1/integrations/{id}/status")).Data;
        Assert.Equal("inactive", off.GetProperty("status").GetString());
        Assert.False(off.GetProperty("syncs_automatically").GetBoolean());
        Assert.Contains("API call (Bootstrap key)", off.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal("2026-11-24T06:00:00Z", off.GetProperty("since").GetString());

        _dashboard.Clock.Advance(TimeSpan.FromHours(1));
        await _api.PutAsync($"/v1/integrations/{id}/enabled", """{"value":true}""");
        Assert.Equal("sync-failing", (await _api.ReportAsync(id, "three", "SUCCEEDED", "24T06:30:00")).Data.GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_a_sync_brought_is_kept()
    {
        var id = await _api.CreateAsync();
        await _api.ReportAsync(id, "a.b_c~d-e:f", "SUCCEEDED", "19T02:00:00", ""","models":[{"name":"employees","records":12},{"name":"absences","records":0}]""");
        var workspace = await _dashboard.Service<Store.Queries.WorkspaceQueries>().FirstAsync(TestContext.Current.CancellationToken);
        var sync = await _dashboard.Service<Store.Queries.SyncQueries>().FindAsync(
            new Store.WorkspaceScope(workspace!.Id), id, "a.b_c~d-e:f", TestContext.Current.CancellationToken);
        Assert.Equal([new("employees", 12), new("absences", 0)], sync!.Models);
    }

    [Fact]
    public async Task Log_entries_are_kept_as_they_were_reported()
    {
        var id = await _api.CreateAsync();
        await _api.ReportRunningAsync(id, "one");
        const string entry =
            """{"seq":2147483647,"at":"2026-11-20T03:00:00.1234567+01:00","level":"DEBUG","message":"ü\n\"","model":"employees","http":{"method":"GET","url":"https://example.com/?a=1","status":200,"duration_ms":12,"request_body":"","response_body":"{}"}}""";
        Assert.Equal(1, (await _api.PostAsync("/v1/syncs/one/logs", $"\uFEFF{entry}\r\n\r\n", $"{Lines}; charset=utf-8")).Data.GetProperty("added").GetInt32());
        var workspace = await _dashboard.Service<Store.Queries.WorkspaceQueries>().FirstAsync(TestContext.Current.CancellationToken);
        var sync = await _dashboard.Service<Store.Queries.SyncQueries>().FindAsync(
            new Store.WorkspaceScope(workspace!.Id), id, "one", TestContext.Current.CancellationToken);
        var report = await _dashboard.Service<Store.Queries.LogQueries>()
            .ExportAsync(sync!, TestContext.Current.CancellationToken)
            .SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            new Store.Model.LogEntry
            {
                SyncKey = sync!.Key,
                Seq = int.MaxValue,
                At = new DateTimeOffset(2026, 11, 20, 2, 0, 0, TimeSpan.Zero).AddTicks(1234567),
                Level = Store.Model.LogEntryLevel.Debug,
                Message = "ü\n\"",
                Model = "employees",
                HttpMethod = "GET",
                HttpUrl = "https://example.com/?a=1",
                HttpStatus = 200,
                HttpDurationMs = 12,
            },
            report.Entry);
        Assert.Equal(("", "{}"), (report.RequestBody, report.ResponseBody));
    }

    [Fact]
    public async Task Ten_thousand_entries_fit_into_one_call_and_one_more_does_not()
    {
        var id = await _api.CreateAsync();
        await _api.ReportRunningAsync(id, "one");
        var entries = Enumerable.Range(0, 10_001).Select(seq => Entry(seq, "INFO", "m")).ToArray();
        const string refusal = "body: has more than 10,000 entries; send them in several calls";
        Assert.Equal(refusal, (await _api.PostAsync("/v1/syncs/one/logs", string.Join('\n', entries), Lines)).Refusal);
        Assert.Equal(refusal, (await _api.PostAsync("/v1/syncs/one/logs", $"[{string.Join(',', entries)}]")).Refusal);
        var answer = await _api.PostAsync("/v1/syncs/one/logs", string.Join('\n', entries[1..]), "application/ndjson");
        Assert.Equal("""{"added":10000,"already_known":0}""", answer.Data.GetRawText());
    }

    [Fact]
    public async Task No_entries_are_no_mistake()
    {
        await _api.ReportRunningAsync(await _api.CreateAsync(), "one");
        Assert.Equal("""{"added":0,"already_known":0}""", (await _api.PostAsync("/v1/syncs/one/logs", "[]")).Data.GetRawText());
        Assert.Equal("""{"added":0,"already_known":0}""", (await _api.PostAsync("/v1/syncs/one/logs", "", Lines)).Data.GetRawText());
    }
}
