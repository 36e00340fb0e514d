using System.Net;
using System.Text.RegularExpressions;
using IntegrationsDashboard.Web.Tests.Access;
using Microsoft.AspNetCore.Mvc.Testing;

namespace IntegrationsDashboard.Web.Tests.Security;

/// <summary>What the web does to those who are not careful.</summary>
public sealed partial class WebDangersTests(Cast cast) : IClassFixture<Cast>
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    [Theory]
    [InlineData("/integrations", 200)]
    [InlineData("/account/sign-in", 302)]
    [InlineData("/api", 200)]
    [InlineData("/no/such/page", 404)]
    [InlineData("/operators/quality-assurance", 200)]
    [InlineData("/v1/integrations", 401)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/tools/personio/icon.svg", 200)]
    [InlineData("/app.css", 200)]
    [InlineData("/app.js", 200)]
    public async Task Every_answer_tells_browsers_to_run_nothing_but_the_dashboards_own_scripts(string path, int status)
    {
        using var answer = await cast[Caller.Operator].GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        AssertStrict(answer);
    }

    [Fact]
    public async Task Answers_to_programs_tell_the_same()
    {
        foreach (var path in (string[])["/v1/integrations", "/v1/nothing"])
        {
            using var answer = await cast[Caller.ReadKey].GetAsync(path, TestContext.Current.CancellationToken);
            AssertStrict(answer);
        }
    }

    [Fact]
    public async Task No_page_holds_a_script_or_a_handler_in_its_markup()
    {
        var looked = 0;
        foreach (var endpoint in Endpoints.Of(cast.Dashboard).Where(endpoint => endpoint.StartsWith("PAGE ", StringComparison.Ordinal)))
        {
            foreach (var caller in (Caller[])[Caller.Nobody, Caller.Operator])
            {
                var path = endpoint[5..]
                    .Replace("{Id}", cast.Integration, StringComparison.Ordinal)
                    .Replace("{SyncId}", Cast.Sync, StringComparison.Ordinal)
                    .Replace("{Token}", "no-such-token", StringComparison.Ordinal)
                    .Replace("{Code:int}", "500", StringComparison.Ordinal);
                using var answer = await cast[caller].GetAsync(path, TestContext.Current.CancellationToken);
                var html = Comment().Replace(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "");
                looked += html.Length == 0 ? 0 : 1;
                AssertHarmless(html, $"{path} for {caller}");
            }
        }

        Assert.True(looked > 20);
    }

    [Fact]
    public async Task Whatever_a_log_or_a_name_holds_is_shown_as_text()
    {
        var api = cast.Dashboard.Api();
        var hostile = $"\"{Hostile.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        var id = (await api.PostAsync(
            "/v1/integrations",
            $$"""{"tool":"personio","category":"HRIS","end_user":{"organization_name":{{hostile}}},"setup_status":"COMPLETED","created_at":"2026-11-01T00:00:00Z"}""")).Data.GetProperty("id").GetString()!;
        Assert.Equal(200, (await api.ReportAsync(id, "hostile", "FAILED", "20T02:10:00", $$""","error":{"message":{{hostile}}}""")).Status);
        var logged = await api.PostAsync(
            "/v1/syncs/hostile/logs",
            $$"""
            [{
              "seq": 1, "at": "2026-11-20T02:00:00Z", "level": "ERROR", "message": {{hostile}}, "model": {{hostile}},
              "http": { "method": "GET", "url": "javascript:alert(3)", "status": 500, "duration_ms": 1, "request_body": {{hostile}}, "response_body": {{hostile}} }
            }]
            """);
        Assert.Equal(200, logged.Status);

        foreach (var path in (string[])["/integrations", $"/integrations/{id}", $"/integrations/{id}/syncs/hostile?entry=1", $"/integrations/{id}/support", $"/integrations/{id}/settings"])
        {
            var html = Comment().Replace(await cast[Caller.Admin].GetStringAsync(path, TestContext.Current.CancellationToken), "");
            Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
            AssertHarmless(html, path);
        }

        using var file = await cast[Caller.Operator].GetAsync($"/integrations/{id}/syncs/hostile/log.ndjson", TestContext.Current.CancellationToken);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Only_pages_for_end_users_may_stand_within_the_pages_of_those_who_are_named()
    {
        await using var framed = new TestDashboard(("Security:FrameAncestors:0", "https://app.example.com"));
        using var browser = framed.Browser();
        foreach (var (path, ancestors) in ((string, string)[])
        [
            ("/connect/x", "https://app.example.com"), ("/reconnect/x", "https://app.example.com"), ("/setup/x", "https://app.example.com"),
            ("/account/sign-in", "'none'"), ("/integrations", "'none'"), ("/connections", "'none'"),
        ])
        {
            using var answer = await browser.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(ancestors, PolicyOf(answer)["frame-ancestors"]);
        }

        using var closed = await cast[Caller.Nobody].GetAsync("/connect/x", TestContext.Current.CancellationToken);
        Assert.Equal("'none'", PolicyOf(closed)["frame-ancestors"]);
    }

    [Fact]
    public async Task Browsers_are_told_to_come_back_encrypted_but_not_in_Development()
    {
        Assert.Contains("max-age=", await StrictTransportAsync(cast.Dashboard), StringComparison.Ordinal);
        await using var development = new TestDashboard(("environment", "Development"), ("Demonstration:Enabled", "false"));
        Assert.Null(await StrictTransportAsync(development));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Signing_out_leads_to_pages_of_the_dashboard_only(string asked)
    {
        using var browser = await cast.Dashboard.SignInAsync();
        using var away = await browser.SubmitAsync("/integrations", "/account/sign-out", ("returnUrl", asked));
        Assert.Equal(new Uri(cast.Dashboard.Server.BaseAddress, "/integrations"), new Uri(cast.Dashboard.Server.BaseAddress, away.Headers.Location!));
    }

    [Theory]
    [InlineData(Caller.Nobody, "/account/forgot-password", "forgot")]
    [InlineData(Caller.Admin, "/account", "name")]
    public async Task A_form_with_a_token_of_another_browser_is_refused(Caller caller, string page, string form)
    {
        using var stranger = cast.Dashboard.Browser();
        var html = await stranger.GetStringAsync("/account/sign-in", TestContext.Current.CancellationToken);
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = form,
            ["__RequestVerificationToken"] = Token().Match(html).Groups[1].Value,
        });
        using var answer = await cast[caller].PostAsync(page, content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    /// <summary>That a browser with this answer runs no script but the dashboard's own.</summary>
    internal static void AssertStrict(HttpResponseMessage answer)
    {
        var policy = PolicyOf(answer);
        Assert.Equal("'none'", policy["default-src"]);
        Assert.Equal("'self'", policy["script-src"]);
        Assert.Equal("'self'", policy["base-uri"]);
        Assert.Equal("'none'", policy["frame-ancestors"]);
        Assert.DoesNotContain(policy.Values, value => value.Contains("unsafe-eval", StringComparison.Ordinal) || value.Contains('*', StringComparison.Ordinal));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    private static Dictionary<string, string> PolicyOf(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("Content-Security-Policy"))
        .Split(';', StringSplitOptions.TrimEntries)
        .ToDictionary(part => part.Split(' ')[0], part => part[(part.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

    private static void AssertHarmless(string html, string what)
    {
        foreach (Match tag in Tag().Matches(html))
        {
            Assert.False(Handler().IsMatch(tag.Value), $"{what}: {tag.Value}");
            Assert.False(tag.Value.Contains("\"javascript:", StringComparison.OrdinalIgnoreCase), $"{what}: {tag.Value}");
            Assert.True(!tag.Value.StartsWith("<script", StringComparison.OrdinalIgnoreCase) || tag.Value.Contains(" src=\"", StringComparison.Ordinal), $"{what}: {tag.Value}");
        }
    }

    private static async Task<string?> StrictTransportAsync(TestDashboard dashboard)
    {
        using var http = dashboard.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://dashboard.example"), AllowAutoRedirect = false });
        using var answer = await http.GetAsync("/account/sign-in", TestContext.Current.CancellationToken);
        return answer.Headers.TryGetValues("Strict-Transport-Security", out var values) ? Assert.Single(values) : null;
    }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    // An opening tag whose attributes are quoted.
    [GeneratedRegex("""<[A-Za-z](?:"[^"]*"|[^">])*>""")]
    private static partial Regex Tag();

    [GeneratedRegex("""\son[a-z]+\s*=(?=(?:[^"]*"[^"]*")*[^"]*$)""", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
