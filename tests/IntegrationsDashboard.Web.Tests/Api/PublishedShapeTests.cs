namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>The shapes that programs were promised, to the letter.</summary>
public sealed class PublishedShapeTests : IDisposable
{
    private readonly TestDashboard _dashboard = new();
    private readonly ApiClient _api;

    public PublishedShapeTests() => _api = _dashboard.Api();

    public void Dispose() => _dashboard.Dispose();

    [Fact]
    public async Task A_created_integration_answers_with_its_id_and_where_to_find_it()
    {
        var answer = await _api.PostAsync(
            "/v1/integrations", """{"tool":"personio","category":"HRIS","end_user":{"organization_name":" O'Neil & Söhne "}}""");
        Assert.Equal(201, answer.Status);
        var id = answer.Data.GetProperty("id").GetString();
        Assert.Matches("^personio:[A-Za-z0-9]{24}$", id);
        Assert.Equal($$$"""{"status":"success","data":{"id":"{{{id}}}"}}""", answer.Text);
        Assert.Equal($"/v1/integrations/{id}", answer.Headers["Location"]);
        Assert.Equal(200, (await _api.GetAsync(answer.Headers["Location"])).Status);
    }

    [Fact]
    public async Task An_integration_has_the_published_shape()
    {
        var created = await _api.PostAsync(
            "/v1/integrations",
            """
            {"tool":"greenhouse","category":"ATS","setup_status":"INCOMPLETE","created_at":"2026-11-20T03:10:00.25+01:00",
             "end_user":{"organization_name":" O'Neil & Söhne ","creator_email":"a@example.com","origin_id":"42"},"unknown":[1,2]}
            """);
        var id = created.Data.GetProperty("id").GetString();
        const string icon = "http://localhost/tools/greenhouse/icon.svg";
        Assert.Equal(
            $$$"""
            {"status":"success","data":{"id":"{{{id}}}","tool":{"id":"greenhouse","label":"Greenhouse","internal_label":null,"logo_url":"{{{icon}}}","icon_url":"{{{icon}}}"},"category":"ATS","status":"ACTIVE","setup_status":"INCOMPLETE","end_user":{"organization_name":"O'Neil & Söhne","creator_email":"a@example.com","origin_id":"42"},"scope_config":{"id":"default","name":null},"data_expired_at":null,"created_at":"2026-11-20T02:10:00.25Z","beta":false,"read_models":[],"write_actions":[]}}
            """,
            (await _api.GetAsync($"/v1/integrations/{id}")).Text);
    }

    [Fact]
    public async Task What_may_be_left_out_has_its_default()
    {
        var created = await _api.PostAsync(
            "/v1/integrations",
            """{"tool":"lever","category":"ATS","end_user":{"organization_name":"Example","creator_email":null},"setup_status":null}""");
        var data = (await _api.GetAsync($"/v1/integrations/{created.Data.GetProperty("id").GetString()}")).Data;
        Assert.Equal("COMPLETED", data.GetProperty("setup_status").GetString());
        Assert.Equal("2026-11-24T06:00:00Z", data.GetProperty("created_at").GetString());
        Assert.Equal("""{"organization_name":"Example","creator_email":null,"origin_id":null}""", data.GetProperty("end_user").GetRawText());
    }

    [Fact]
    public async Task A_key_tells_what_it_opens()
    {
        Assert.Equal("""{"status":"success","data":{"environment_id":"1","customer_id":"1"}}""", (await _api.GetAsync("/v1/check-api-key")).Text);
        Assert.Equal(
            """{"status":"success","data":{"environment_id":"2","customer_id":"1"}}""",
            (await _dashboard.Api(TestDashboard.DevelopmentKey).GetAsync("/v1/check-api-key")).Text);
    }

    [Fact]
    public async Task A_percent_encoded_id_is_the_same_id()
    {
        var id = await _api.CreateAsync();
        Assert.Equal(id, (await _api.GetAsync($"/v1/integrations/{Uri.EscapeDataString(id)}")).Data.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_status_without_a_sync_has_an_evidence_of_nulls()
    {
        var id = await _api.CreateAsync();
        Assert.Equal(
            """
            {"status":"success","data":{"status":"active","label":"Active","reason":"Connected. Waiting for the first sync to finish.","explanation":null,"since":"2026-11-01T00:00:00Z","syncs_automatically":true,"state":"ACTIVE","setup_status":"COMPLETED","qa_status":"PENDING","next_change_at":null,"evidence":{"sync_id":null,"entry":null,"log_url":null},"next_steps":[]}}
            """,
            (await _api.GetAsync($"/v1/integrations/{id}/status")).Text);
    }

    [Fact]
    public async Task A_status_has_its_documented_shape()
    {
        var id = await _api.CreateAsync();
        await _api.ReportAsync(id, "one", "SUCCEEDED", "20T02:00:00");
        await _api.ReportAsync(id, "two", "AUTHENTICATION_FAILED", "23T02:10:00", ""","error":{"message":"401"}""");
        var settings = $"http://localhost/integrations/{id}/settings#credentials";
        var log = $"http://localhost/integrations/{id}/syncs/two";
        Assert.Equal(
            $$$"""
            {"status":"success","data":{"status":"authentication-failing","label":"Authentication Failing","reason":"Personio has refused the credentials since Monday 02:10 UTC. Syncing pauses on Thursday 02:10 UTC unless they are renewed. It was reported: 401","explanation":{"kind":"wrong_credentials","text":"Personio does not accept the credentials. Check them at Personio, then enter them anew.","next_step":{"kind":"send_reconnection_link","label":"Ask to reconnect","url":"{{{settings}}}"}},"since":"2026-11-23T02:10:00Z","syncs_automatically":true,"state":"ACTIVE","setup_status":"COMPLETED","qa_status":"PASSED","next_change_at":"2026-11-26T02:10:00Z","evidence":{"sync_id":"two","entry":null,"log_url":"{{{log}}}"},"next_steps":[{"kind":"reconnect","label":"Reconnect","url":"{{{settings}}}"},{"kind":"open_log","label":"Open the log","url":"{{{log}}}"}]}}
            """,
            (await _api.GetAsync($"/v1/integrations/{id}/status")).Text);
    }

    [Fact]
    public async Task Switching_and_deleting_answer_with_an_empty_object()
    {
        const string empty = """{"status":"success","data":{}}""";
        var id = await _api.CreateAsync();
        Assert.Equal(empty, (await _api.PutAsync($"/v1/integrations/{id}/enabled", """{"value":false}""")).Text);
        Assert.Equal(empty, (await _api.PutAsync($"/v1/integrations/{id}/enabled", """{"value":true}""")).Text);
        Assert.Equal(empty, (await _api.DeleteAsync($"/v1/integrations/{id}", "{}")).Text);
    }

    [Fact]
    public async Task Addresses_begin_with_the_configured_one()
    {
        using var dashboard = new TestDashboard(("PublicUrl", "https://dashboard.example.com/sub/"));
        var api = dashboard.Api();
        var id = await api.CreateAsync();
        var tool = (await api.GetAsync($"/v1/integrations/{id}")).Data.GetProperty("tool");
        Assert.Equal("https://dashboard.example.com/sub/tools/personio/icon.svg", tool.GetProperty("icon_url").GetString());
        var status = (await api.ReportAsync(id, "one", "FAILED", "20T02:00:00")).Data;
        Assert.Equal(
            $"https://dashboard.example.com/sub/integrations/{id}/syncs/one", status.GetProperty("evidence").GetProperty("log_url").GetString());
        Assert.Equal(
            $"https://dashboard.example.com/sub/integrations/{id}#quality-assurance",
            status.GetProperty("next_steps")[0].GetProperty("url").GetString());
    }
}
