using System.Text.Json;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>The calls that read an integration's syncs, their logs, and its history.</summary>
public sealed class ReadTests : IDisposable
{
    private readonly TestDashboard _dashboard = new();
    private readonly ApiClient _api;

    public ReadTests() => _api = _dashboard.Api();

    public void Dispose() => _dashboard.Dispose();

    [Fact]
    public async Task An_integration_in_the_list_has_its_documented_shape()
    {
        var id = await _api.CreateAsync();
        await _api.ReportAsync(id, "one", "SUCCEEDED", "20T02:00:00");
        await _api.ReportRunningAsync(id, "two");

        var status = (await _api.GetAsync($"/v1/integrations/{id}/status")).Data.GetRawText();

        Assert.Equal(
            $$$"""
            {"status":"success","data":{"integrations":[{"id":"{{{id}}}","tool":{"id":"personio","label":"Personio"},"category":"HRIS","environment":"PRODUCTION","end_user":{"organization_name":"Example","creator_email":null,"origin_id":null},"created_at":"2026-11-01T00:00:00Z","status":{{{status}}},"last_sync":{"id":"one","state":"SUCCEEDED","ended_at":"2026-11-20T02:00:00Z","log_url":"http://localhost/integrations/{{{id}}}/syncs/one"},"running_sync":{"id":"two","started_at":"2026-11-24T05:00:00Z"}}],"next":null}}
            """,
            (await _api.GetAsync("/v1/integrations")).Text);
    }

    [Fact]
    public async Task A_sync_has_its_documented_shape()
    {
        var id = await _api.CreateAsync();
        await _api.PutAsync(
            "/v1/syncs/one",
            $$"""{"integration_id":"{{id}}","state":"FAILED","type":"FULL","started_at":"2026-11-20T02:00:00Z","ended_at":"2026-11-20T02:00:01.5Z","error":{"message":"503"},"models":[{"name":"employees","records":412}]}""");
        await _api.PostAsync(
            "/v1/syncs/one/logs",
            """[{"seq":1,"at":"2026-11-20T02:00:00Z","level":"WARNING","message":"slow"},{"seq":4,"at":"2026-11-20T02:00:01Z","level":"ERROR","message":"503"}]""");
        await _api.ReportRunningAsync(id, "two");

        var one = $$$"""{"id":"one","integration_id":"{{{id}}}","state":"FAILED","type":"FULL","started_at":"2026-11-20T02:00:00Z","ended_at":"2026-11-20T02:00:01.5Z","duration_ms":1500,"error":{"message":"503"},"explanation":{"kind":"outage","text":"Personio cannot be reached or has a problem of its own. There is nothing to do now: the next sync tries again. If it lasts, tell Personio.","next_step":{"kind":"open_log","label":"Open the log","url":"http://localhost/integrations/{{{id}}}/syncs/one?entry=4"}},"models":[{"name":"employees","records":412,"added":null,"changed":null,"removed":null}],"log":{"entries":2,"warnings":1,"errors":1,"first_warning":1,"first_error":4},"log_url":"http://localhost/integrations/{{{id}}}/syncs/one?entry=4"}""";
        var two = $$"""{"id":"two","integration_id":"{{id}}","state":"RUNNING","type":"DELTA","started_at":"2026-11-24T05:00:00Z","ended_at":null,"duration_ms":null,"error":null,"explanation":null,"models":[],"log":{"entries":0,"warnings":0,"errors":0,"first_warning":null,"first_error":null},"log_url":"http://localhost/integrations/{{id}}/syncs/two"}""";
        Assert.Equal(one, (await _api.GetAsync("/v1/syncs/one")).Data.GetRawText());
        Assert.Equal(two, (await _api.GetAsync("/v1/syncs/two")).Data.GetRawText());
        Assert.Equal($$"""{"syncs":[{{two}},{{one}}],"next":null}""", (await _api.GetAsync($"/v1/integrations/{id}/syncs")).Data.GetRawText());
    }

    [Fact]
    public async Task A_change_of_status_has_its_documented_shape()
    {
        var id = await _api.CreateAsync();
        await _api.ReportAsync(id, "one", "SUCCEEDED", "20T02:00:00");
        await _api.ReportAsync(id, "two", "FAILED", "21T02:00:00", ""","error":{"message":"503"}""");
        await _api.PutAsync($"/v1/integrations/{id}/enabled", """{"value":false}""");

        var changes = (await _api.GetAsync($"/v1/integrations/{id}/history")).Data.GetProperty("changes").EnumerateArray().Select(change => change.GetRawText());

        Assert.Equal(
            [
                """{"at":"2026-11-24T06:00:00Z","from":"sync-failing","to":"inactive","cause":"DEACTIVATED","actor":{"kind":"API_KEY","name":"Bootstrap key"},"sync_id":null,"note":null,"log_url":null}""",
                $$"""{"at":"2026-11-21T02:00:00Z","from":"active","to":"sync-failing","cause":"SYNC_FINISHED","actor":{"kind":"CONNECTOR","name":null},"sync_id":"two","note":"503","log_url":"http://localhost/integrations/{{id}}/syncs/two"}""",
                """{"at":"2026-11-01T00:00:00Z","from":null,"to":"active","cause":"CREATED","actor":{"kind":"CONNECTOR","name":null},"sync_id":null,"note":null,"log_url":null}""",
            ],
            changes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(200)]
    public async Task Syncs_and_history_are_walked_once_from_the_newest_whatever_the_page(int size)
    {
        var id = await _api.CreateAsync();
        string[] states = ["SUCCEEDED", "FAILED", "PARTIALLY_FAILED", "SUCCEEDED", "TIMED_OUT", "SUCCEEDED", "FAILED"];
        for (var number = 0; number < states.Length; number++)
        {
            // They all start at the same instant, so that only their numbers part them.
            await _api.ReportAsync(id, $"s{number}", states[number], $"{10 + number}T00:00:00");
        }

        var syncs = await WalkAsync($"/v1/integrations/{id}/syncs?page_size={size}", "syncs", size);
        Assert.Equal(["s6", "s5", "s4", "s3", "s2", "s1", "s0"], syncs.Select(sync => sync.GetProperty("id").GetString()));

        var changes = await WalkAsync($"/v1/integrations/{id}/history?page_size={size}", "changes", size);
        Assert.Equal(
            ["sync-failing", "active", "sync-failing", "active", "sync-has-warnings", "sync-failing", "active"],
            changes.Select(change => change.GetProperty("to").GetString()));
    }

    [Theory]
    [InlineData("", 1000, new[] { 0, 1, 2, 3, 4, 5, 6, 7 })]
    [InlineData("", 3, new[] { 0, 1, 2, 3, 4, 5, 6, 7 })]
    [InlineData("&level=INFO", 2, new[] { 1, 2, 3, 5, 6, 7 })]
    [InlineData("&level=warning", 1, new[] { 2, 3, 6, 7 })]
    [InlineData("&level=ERROR", 1, new[] { 3, 7 })]
    [InlineData("&level=WARNING&include=bodies", 3, new[] { 2, 3, 6, 7 })]
    [InlineData("&cursor=4", 2, new[] { 5, 6, 7 })]
    [InlineData("&cursor=2147483647", 2, new int[0])]
    public async Task A_log_is_walked_once_and_in_order_whatever_the_page(string query, int size, int[] expected)
    {
        await LogAsync(8, "null");

        var entries = await WalkAsync($"/v1/syncs/run/logs?page_size={size}{query}", "entries", size);

        Assert.Equal(expected, entries.Select(entry => entry.GetProperty("seq").GetInt32()));
    }

    [Fact]
    public async Task Bodies_come_only_where_they_are_asked_for()
    {
        await LogAsync(1, "\"{\\\"page\\\":1}\"");

        const string entry = """{"seq":0,"at":"2026-11-24T05:00:00Z","level":"DEBUG","message":"Entry 0","model":"employees","http":{"method":"GET","url":"https://example.com/0","status":200,"duration_ms":8""";
        Assert.Equal($$$"""{"entries":[{{{entry}}}}}],"next":null}""", (await _api.GetAsync("/v1/syncs/run/logs")).Data.GetRawText());
        Assert.Equal(
            $$$""""{"entries":[{{{entry}}},"response_body":"{\"page\":1}"}}],"next":null}"""",
            (await _api.GetAsync("/v1/syncs/run/logs?include=bodies")).Data.GetRawText());
    }

    [Fact]
    public async Task A_page_with_large_bodies_ends_early_and_the_next_goes_on()
    {
        const int count = 20;
        await LogAsync(count, $"\"{new string('a', 262_144)}\"");

        var first = (await _api.GetAsync("/v1/syncs/run/logs?include=bodies&page_size=1000")).Data;
        Assert.Equal(("15", 16), (first.GetProperty("next").GetString(), first.GetProperty("entries").GetArrayLength()));
        var rest = (await _api.GetAsync("/v1/syncs/run/logs?include=bodies&page_size=1000&cursor=15")).Data;
        Assert.Equal([16, 17, 18, 19], rest.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("seq").GetInt32()));
        Assert.Equal(count, (await _api.GetAsync("/v1/syncs/run/logs?page_size=1000")).Data.GetProperty("entries").GetArrayLength());
    }

    [Theory]
    [InlineData("/syncs?state=FAILED", "state: is no parameter of this call; there are: cursor, page_size")]
    [InlineData("/syncs?page_size=201", "page_size: is \"201\"; give a whole number from 1 to 200")]
    [InlineData("/syncs?cursor=abc", "cursor: is none that this list gave in this order; give the \"next\" of the page before, or leave it out for the first page")]
    [InlineData("/history?from=1", "from: is no parameter of this call; there are: cursor, page_size")]
    [InlineData("/history?cursor=MTIAMTI", "cursor: is none that this list gave in this order; give the \"next\" of the page before, or leave it out for the first page")]
    [InlineData("/syncs/run?x=1", "x: is no parameter of this call, which takes none")]
    [InlineData("/syncs/run/logs?level=FATAL", "level: is \"FATAL\"; give one of DEBUG, INFO, WARNING, ERROR")]
    [InlineData("/syncs/run/logs?include=all", "include: is \"all\"; give bodies")]
    [InlineData("/syncs/run/logs?page_size=1001", "page_size: is \"1001\"; give a whole number from 1 to 1000")]
    [InlineData("/syncs/run/logs?cursor=-1", "cursor: is \"-1\"; give a whole number from 0 to 2147483647")]
    [InlineData("/syncs/run/logs?q=a", "q: is no parameter of this call; there are: level, cursor, page_size, include")]
    [InlineData("/events?tool=personio", "tool: is no parameter of this call, which takes none")]
    public async Task A_wrong_parameter_is_refused_by_its_name_and_what_is_allowed(string path, string message)
    {
        var id = await _api.CreateAsync();
        await _api.ReportRunningAsync(id, "run");
        var full = path.StartsWith("/syncs/", StringComparison.Ordinal) || path.StartsWith("/events", StringComparison.Ordinal)
            ? $"/v1{path}"
            : $"/v1/integrations/{id}{path}";

        Assert.Equal(message, (await _api.GetAsync(full)).Refusal);
    }

    [Fact]
    public async Task A_cursor_of_another_integration_is_refused()
    {
        var (id, other) = (await _api.CreateAsync(), await _api.CreateAsync());
        await _api.ReportAsync(id, "one", "SUCCEEDED", "20T00:00:00");
        await _api.ReportAsync(id, "two", "FAILED", "21T00:00:00");
        foreach (var list in new[] { "syncs", "history" })
        {
            var next = (await _api.GetAsync($"/v1/integrations/{id}/{list}?page_size=1")).Data.GetProperty("next").GetString();
            Assert.Equal(200, (await _api.GetAsync($"/v1/integrations/{id}/{list}?page_size=1&cursor={next}")).Status);
            Assert.NotEmpty((await _api.GetAsync($"/v1/integrations/{other}/{list}?page_size=1&cursor={next}")).Refusal);
        }
    }

    [Fact]
    public async Task What_belongs_to_another_environment_or_was_deleted_is_not_found()
    {
        var id = await LogAsync(1, "null");
        var development = _dashboard.Api(TestDashboard.DevelopmentKey);
        string[] paths = [$"/v1/integrations/{id}/syncs", $"/v1/integrations/{id}/history", "/v1/syncs/run", "/v1/syncs/run/logs"];
        Assert.All(await Task.WhenAll(paths.Select(_api.GetAsync)), answer => Assert.Equal(200, answer.Status));
        Assert.All(await Task.WhenAll(paths.Select(development.GetAsync)), answer => Assert.NotEmpty(answer.NotFound));
        Assert.Equal("There is no sync with the id \"run\".", (await development.GetAsync("/v1/syncs/run")).NotFound);

        await _api.DeleteAsync($"/v1/integrations/{id}");

        Assert.All(await Task.WhenAll(paths.Select(_api.GetAsync)), answer => Assert.NotEmpty(answer.NotFound));
        Assert.Equal("There is no sync with the id \"run\".", (await _api.GetAsync("/v1/syncs/run/logs")).NotFound);
    }

    // An integration whose running sync "run" has a log in which the levels take turns.
    private async Task<string> LogAsync(int count, string body)
    {
        var id = await _api.CreateAsync();
        await _api.ReportRunningAsync(id, "run");
        string[] levels = ["DEBUG", "INFO", "WARNING", "ERROR"];
        var entries = Enumerable.Range(0, count).Select(seq =>
            $$$"""{"seq":{{{seq}}},"at":"2026-11-24T05:00:00Z","level":"{{{levels[seq % 4]}}}","message":"Entry {{{seq}}}","model":"employees","http":{"method":"GET","url":"https://example.com/{{{seq}}}","status":200,"duration_ms":8,"response_body":{{{body}}}}}""");
        Assert.Equal(200, (await _api.PostAsync("/v1/syncs/run/logs", $"[{string.Join(',', entries)}]")).Status);
        return id;
    }

    private async Task<List<JsonElement>> WalkAsync(string path, string list, int size)
    {
        var seen = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var data = (await _api.GetAsync(cursor is null ? path : $"{WithoutCursor(path)}&cursor={cursor}")).Data;
            var page = data.GetProperty(list).EnumerateArray().ToList();
            cursor = data.GetProperty("next").GetString();
            Assert.True(cursor is null ? page.Count <= size : page.Count == size);
            seen.AddRange(page);
        }
        while (cursor is not null);

        return seen;
    }

    private static string WithoutCursor(string path) => path.Split("&cursor=")[0];
}
