namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>What reports of syncs and logs may not be, what is said about it, and that nothing of them stays.</summary>
public class ReportValidationTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private const string States = "RUNNING, SUCCEEDED, PARTIALLY_FAILED, FAILED, AUTHENTICATION_FAILED, TIMED_OUT, CANCELLED";
    private const string Id = "\"integration_id\":\"personio:abcdefghijklmnopqrstuvwx\"";
    private const string Running = $"{Id},\"type\":\"FULL\",\"state\":\"RUNNING\",\"started_at\":\"2026-11-20T00:00:00Z\"";
    private const string Failed = $"{Id},\"type\":\"FULL\",\"state\":\"FAILED\",\"started_at\":\"2026-11-20T00:00:00Z\"";
    private const string Ended = $"{Failed},\"ended_at\":\"2026-11-20T00:00:00Z\"";
    private const string SyncIdRule = "sync_id: must be 1 to 100 letters, digits and characters out of . _ ~ : - (and not just . or ..)";

    public static TheoryData<string, string> RefusedSyncs => new()
    {
        { "\"x\":1", $"type: is required; give one of FULL, DELTA\nintegration_id: is required; give a text of 1 to 65 characters\nstate: is required; give one of {States}\nstarted_at: is required; give a time such as 2026-11-24T02:10:00Z" },
        { Running.Replace("personio:", "personio-", StringComparison.Ordinal), "integration_id: must be an integration's id: the tool, a colon, and 24 letters and digits" },
        { Running.Replace("RUNNING", "QUEUED", StringComparison.Ordinal), $"state: is \"QUEUED\"; give one of {States}" },
        { Running.Replace("FULL", new string('f', 50), StringComparison.Ordinal), $"type: is \"{new string('f', 40)}…\"; give one of FULL, DELTA" },
        { $"{Running},\"ended_at\":\"2026-11-20T00:00:00Z\"", "ended_at: must be left out while the state is RUNNING" },
        { Failed, "ended_at: is required; give a time such as 2026-11-24T02:10:00Z" },
        { $"{Failed},\"ended_at\":\"2026-11-19T23:59:59.9999999Z\"", "ended_at: lies before started_at" },
        { $"{Failed},\"ended_at\":\"2026-11-24T07:10:00+01:00\"", "ended_at: lies more than 5 minutes in the future; here it is 2026-11-24T06:00:00Z" },
        { $"{Ended},\"error\":\"oops\"", "error: must be an object, not a text" },
        { $"{Ended},\"error\":{{}}", "error.message: is required; give a text of 1 to 2000 characters" },
        { $"{Ended},\"error\":{{\"message\":\"{new string('x', 2001)}\"}}", "error.message: has 2001 characters; give 1 to 2000" },
        { $"{Ended},\"models\":{{}}", "models: must be a list, not an object" },
        { $"{Ended},\"models\":[1]", "models[0]: must be an object, not a number" },
        { $"{Ended},\"models\":[{{\"name\":\"a\",\"records\":1}},{{\"records\":-1}}]", "models[1].name: is required; give a text of 1 to 100 characters\nmodels[1].records: must be a whole number from 0 to 9007199254740991" },
        { $"{Ended},\"models\":[{{\"name\":\"a\",\"records\":1.5}}]", "models[0].records: must be a whole number from 0 to 9007199254740991" },
        { $"{Ended},\"models\":[{{\"name\":\"a\"}}]", "models[0].records: is required; give a whole number from 0 to 9007199254740991" },
        { $"{Ended},\"models\":[{string.Join(',', Enumerable.Repeat("{}", 201))}]", "models: has 201 items; give 200 at the most" },
    };

    [Theory]
    [MemberData(nameof(RefusedSyncs))]
    public async Task A_wrong_sync_is_refused_with_the_place_and_the_remedy(string fields, string message)
    {
        var before = await SnapshotAsync();
        Assert.Equal(message, (await fixture.Api.PutAsync("/v1/syncs/new", $"{{{fields}}}")).Refusal);
        Assert.Equal("There is no sync with the id \"new\".", (await fixture.Api.PostAsync("/v1/syncs/new/logs", "[]")).NotFound);
        Assert.Equal(before, await SnapshotAsync());
    }

    [Theory]
    [InlineData("a%20b")]
    [InlineData("a%2Fb")]
    [InlineData("%C3%BC")]
    [InlineData("a%0A")]
    public async Task A_sync_id_holds_only_what_an_address_holds(string id) =>
        Assert.Equal(SyncIdRule, (await fixture.Api.PutAsync($"/v1/syncs/{id}", $"{{{Running}}}")).Refusal);

    [Fact]
    public async Task A_sync_id_has_at_most_a_hundred_characters()
    {
        Assert.Equal(SyncIdRule, (await fixture.Api.PutAsync($"/v1/syncs/{new string('a', 101)}", $"{{{Running}}}")).Refusal);
        Assert.Equal(200, (await fixture.Api.ReportAsync(fixture.Integration, new string('a', 100), "CANCELLED", "20T00:00:00")).Status);
    }

    public static TheoryData<string, string> RefusedEntries => new()
    {
        { "", "seq: is required; give a whole number from 0 to 2147483647|at: is required; give a time such as 2026-11-24T02:10:00Z|level: is required; give one of DEBUG, INFO, WARNING, ERROR|message: is required; give a text of 1 to 20000 characters" },
        { Fields("\"seq\":-1"), "seq: must be a whole number from 0 to 2147483647" },
        { Fields("\"seq\":2147483648"), "seq: must be a whole number from 0 to 2147483647" },
        { Fields("\"seq\":\"1\""), "seq: must be a whole number from 0 to 2147483647" },
        { Fields(level: "warn"), "level: is \"warn\"; give one of DEBUG, INFO, WARNING, ERROR" },
        { Fields(message: ""), "message: is empty; give a text of 1 to 20000 characters" },
        { Fields(message: new string('x', 20_001)), "message: has 20001 characters; give 1 to 20000" },
        { Fields(message: "a\\u0000"), "message: holds the control character U+0000 as character 2; leave it out" },
        { Fields(message: "\\udc00"), "message: holds half of a surrogate pair; send whole characters" },
        { Fields(more: ",\"model\":\"\""), "model: is empty; give a text of 1 to 100 characters" },
        { Fields(more: ",\"http\":true"), "http: must be an object, not true or false" },
        { Fields(more: ",\"http\":{}"), "http.method: is required; give a text of 1 to 20 characters|http.url: is required; give a text of 1 to 4000 characters" },
        { Fields(more: $",\"http\":{{\"method\":\"GET\",\"url\":\"{new string('u', 4001)}\"}}"), "http.url: has 4001 characters; give 1 to 4000" },
        { Fields(more: ",\"http\":{\"method\":\"GET\",\"url\":\"/\",\"status\":99,\"duration_ms\":-1}"), "http.status: must be a whole number from 100 to 599|http.duration_ms: must be a whole number from 0 to 2147483647" },
        { Fields(more: $",\"http\":{{\"method\":\"GET\",\"url\":\"/\",\"request_body\":\"{new string('b', 262_145)}\"}}"), "http.request_body: has 262145 characters; give 0 to 262144" },
    };

    [Theory]
    [MemberData(nameof(RefusedEntries))]
    public async Task A_wrong_entry_is_refused_with_its_place_and_nothing_is_written(string fields, string problems)
    {
        var good = $"{{{Fields("\"seq\":5", "ERROR")}}}";
        string Expected(string prefix) => string.Join('\n', problems.Split('|').Select(problem => prefix + problem));
        var array = await fixture.Api.PostAsync("/v1/syncs/run/logs", $"[{good},{{{fields}}}]");
        Assert.Equal(Expected("[1]."), array.Refusal);
        var lines = await fixture.Api.PostAsync("/v1/syncs/run/logs", $"{good}\n\n{{{fields}}}\n{good}", "application/x-ndjson");
        Assert.Equal(Expected("line 3: "), lines.Refusal);
        var workspace = await fixture.Dashboard.Service<Store.Queries.WorkspaceQueries>().FirstAsync(TestContext.Current.CancellationToken);
        var sync = await fixture.Dashboard.Service<Store.Queries.SyncQueries>().FindAsync(
            new Store.WorkspaceScope(workspace!.Id), fixture.Integration, "run", TestContext.Current.CancellationToken);
        Assert.Equal((0, 0), (sync!.LogCount, sync.ErrorCount));
    }

    [Theory]
    [InlineData("application/x-ndjson", "[]\n{", "line 1: must be an object\nline 2: is not valid JSON at line 1, byte 2")]
    [InlineData("application/json", "[1,null]", "[0]: must be an object\n[1]: must be an object")]
    [InlineData("application/json", "{}", "body: must be a list of entries; send single entries as application/x-ndjson")]
    [InlineData("application/json", "[", "body: is not valid JSON at line 1, byte 2")]
    public async Task What_is_no_log_is_refused(string type, string body, string message) =>
        Assert.Equal(message, (await fixture.Api.PostAsync("/v1/syncs/run/logs", body, type)).Refusal);

    [Fact]
    public async Task Of_very_many_problems_the_first_fifty_are_listed()
    {
        var lines = (await fixture.Api.PostAsync("/v1/syncs/run/logs", $"[{string.Join(',', Enumerable.Repeat("1", 60))}]")).Refusal.Split('\n');
        Assert.Equal(51, lines.Length);
        Assert.Equal("… and 10 more", lines[^1]);
    }

    private static string Fields(string seq = "\"seq\":1", string level = "INFO", string message = "m", string more = "") =>
        $"{seq},\"at\":\"2026-11-20T00:00:00Z\",\"level\":\"{level}\",\"message\":\"{message}\"{more}";

    private async Task<string> SnapshotAsync() =>
        (await fixture.Api.GetAsync($"/v1/integrations/{fixture.Integration}/status")).Text
        + (await fixture.Api.GetAsync($"/v1/integrations/{fixture.Integration}")).Text;
}
