using System.Net;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Tests.Embedding;

/// <summary>A status in somebody's own product: what strangers see of it, who may frame it, and how it ends.</summary>
public sealed class EmbedTests : IAsyncLifetime
{
    private const string Origin = "https://app.example.com";
    private readonly TestDashboard _dashboard = new(("PublicUrl", "https://dashboard.example"));
    private readonly HttpClient _http;
    private string _integration = "";
    private string _page = "";
    private string _id = "";

    public EmbedTests() => _http = _dashboard.Browser();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _integration = await _dashboard.Api().CreateAsync();
        var made = (await _dashboard.Api().PostAsync($"/v1/integrations/{_integration}/embeds", $$"""{"origins":["{{Origin}}","http://localhost:3000"],"days":7}""")).Data;
        _page = new Uri(made.GetProperty("url").GetString()!).AbsolutePath;
        _id = made.GetProperty("embed").GetProperty("id").GetString()!;
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _dashboard.DisposeAsync();
    }

    [Fact]
    public async Task It_shows_tool_customer_status_and_why()
    {
        await _dashboard.Api().ReportAsync(_integration, "a", "SUCCEEDED", "20T02:00:00");
        var (status, text) = await ReadAsync(_page);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<title>Personio, Example: Active</title>", text, StringComparison.Ordinal);
        Assert.Contains("data-status=\"active\"", text, StringComparison.Ordinal);
        Assert.Contains("Syncs have been succeeding since", text, StringComparison.Ordinal);
        Assert.Contains("datetime=\"2026-11-20T02:00:00Z\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_loads_runs_and_links_nothing()
    {
        var (_, text) = await ReadAsync(_page);
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<[^>]* on[a-z]+=", text);
    }

    [Fact]
    public async Task Neither_the_tools_own_words_nor_names_of_people_are_told()
    {
        await _dashboard.Api().ReportAsync(_integration, "a", "SUCCEEDED", "20T02:00:00");
        await _dashboard.Api().ReportAsync(_integration, "b", "FAILED", "21T02:00:00", ""","error":{"message":"503 Service Unavailable from db7.internal"}""");
        var (_, failing) = await ReadAsync(_page);
        Assert.Contains("data-status=\"sync-failing\"", failing, StringComparison.Ordinal);
        Assert.Contains("Personio cannot be reached or has a problem of its own.", failing, StringComparison.Ordinal);
        Assert.DoesNotContain("db7", failing, StringComparison.Ordinal);

        var scope = (await _dashboard.ScopeAsync()) with { By = new Initiator(new Actor(ActorKind.Person, "Lena Hartwig"), Rights.Act) };
        await _dashboard.Service<Ledger>().RecordAsync(scope, _integration, new Deactivated(TestDashboard.Start), Cancel);
        var (_, inactive) = await ReadAsync(_page);
        Assert.Contains("data-status=\"inactive\"", inactive, StringComparison.Ordinal);
        Assert.DoesNotContain("Hartwig", inactive, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_credentials_are_refused_reads_what_to_ask_for()
    {
        await _dashboard.Api().ReportAsync(_integration, "a", "SUCCEEDED", "20T02:00:00");
        await _dashboard.Api().ReportAsync(_integration, "b", "AUTHENTICATION_FAILED", "23T02:00:00");
        Assert.Contains("Ask for a link to renew the credentials.", (await ReadAsync(_page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_given_origins_may_frame_it_and_nothing_is_left_in_the_browser()
    {
        using var signedIn = await _dashboard.SignInAsync();
        foreach (var browser in new[] { _http, signedIn })
        {
            using var answer = await browser.GetAsync(new Uri(_page, UriKind.Relative), Cancel);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.EndsWith($"frame-ancestors {Origin} http://localhost:3000", policy, StringComparison.Ordinal);
            Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.Equal((true, true), (answer.Headers.CacheControl!.Private, answer.Headers.CacheControl.NoCache));
            Assert.Equal("60", Assert.Single(answer.Headers.GetValues("Refresh")));
            Assert.Contains("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.False(answer.Headers.Contains("X-Frame-Options"));
        }
    }

    [Theory]
    [InlineData("?lang=de", "en", "de", "Personio, Example: Aktiv")]
    [InlineData("?lang=xx", "fr-CH, en;q=0.5", "fr", "Personio, Example: Active")]
    [InlineData("", "it", "it", "Personio, Example: Attiva")]
    [InlineData("", "ja", "en", "Personio, Example: Active")]
    public async Task It_speaks_the_language_that_is_asked_for(string query, string accepted, string language, string title)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _page + query);
        request.Headers.Add("Accept-Language", accepted);
        using var answer = await _http.SendAsync(request, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains($"<html lang=\"{language}\"", text, StringComparison.Ordinal);
        Assert.Contains($"<title>{title}</title>", text, StringComparison.Ordinal);
        Assert.Equal([language], answer.Content.Headers.ContentLanguage);
    }

    [Theory]
    [InlineData("?theme=dark", "dark")]
    [InlineData("?theme=LIGHT", "light")]
    [InlineData("?theme=7", "auto")]
    [InlineData("", "auto")]
    public async Task It_has_the_colours_that_are_asked_for(string query, string theme) =>
        Assert.Contains($"data-theme=\"{theme}\"", (await ReadAsync(_page + query)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task What_has_expired_says_so_and_names_nothing()
    {
        _dashboard.Clock.Advance(TimeSpan.FromDays(7));
        await AssertClosedAsync(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task What_was_revoked_says_so_and_names_nothing()
    {
        Assert.Equal(200, (await _dashboard.Api().DeleteAsync($"/v1/integrations/{_integration}/embeds/{_id}")).Status);
        await AssertClosedAsync(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Of_a_deleted_integration_nothing_is_shown()
    {
        Assert.Equal(200, (await _dashboard.Api().DeleteAsync($"/v1/integrations/{_integration}")).Status);
        await AssertClosedAsync(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_token_of_nobody_leads_nowhere()
    {
        _page = "/embed/CfDJ8nothing";
        await AssertClosedAsync(HttpStatusCode.NotFound, framed: false);
    }

    [Fact]
    public async Task The_image_says_tool_and_status_and_is_not_sent_twice()
    {
        using var answer = await _http.GetAsync(new Uri($"{_page}/badge.svg", UriKind.Relative), Cancel);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("cross-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("<title>Personio: Active</title>", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, $"{_page}/badge.svg");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var known = await _http.SendAsync(again, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);

        await _dashboard.Api().ReportAsync(_integration, "a", "FAILED", "21T02:00:00");
        using var other = new HttpRequestMessage(HttpMethod.Get, $"{_page}/badge.svg");
        other.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var changed = await _http.SendAsync(other, Cancel);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task Who_asks_without_end_is_told_to_wait()
    {
        for (var asked = 0; asked < 5_000; asked++)
        {
            using var answer = await _http.GetAsync(new Uri("/embed/nothing", UriKind.Relative), Cancel);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.True(asked >= Web.Embedding.EmbedLimits.Burst);
                Assert.True(answer.Headers.RetryAfter!.Delta > TimeSpan.Zero);
                return;
            }
        }

        Assert.Fail("Nobody was told to wait.");
    }

    [Fact]
    public async Task The_API_lists_what_works_and_tells_the_addresses_once()
    {
        var api = _dashboard.Api();
        var made = (await api.PostAsync($"/v1/integrations/{_integration}/embeds", $$"""{"origins":["{{Origin}}"]}""")).Data;
        Assert.StartsWith("https://dashboard.example/embed/", made.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Contains(made.GetProperty("url").GetString()!, made.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal("2027-02-22T06:00:00Z", made.GetProperty("embed").GetProperty("expires_at").GetString());

        var listed = await api.GetAsync($"/v1/integrations/{_integration}/embeds");
        Assert.Equal(2, listed.Data.GetProperty("embeds").GetArrayLength());
        Assert.DoesNotContain("/embed/", listed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"origins":[]}""", "origins")]
    [InlineData("""{}""", "origins")]
    [InlineData("""{"origins":"https://app.example.com"}""", "origins")]
    [InlineData("""{"origins":["https://app.example.com","http://app.example.com"]}""", "origins[1]")]
    [InlineData("""{"origins":["https://app.example.com/a"]}""", "origins[0]")]
    [InlineData("""{"origins":[7]}""", "origins[0]")]
    [InlineData("""{"origins":["https://app.example.com"],"days":0}""", "days")]
    [InlineData("""{"origins":["https://app.example.com"],"days":367}""", "days")]
    public async Task The_API_says_what_is_wrong(string body, string field) => Assert.Contains(
        field, (await _dashboard.Api().PostAsync($"/v1/integrations/{_integration}/embeds", body)).Refusal, StringComparison.Ordinal);

    [Fact]
    public async Task Another_integration_s_embed_cannot_be_revoked_by_its_own()
    {
        var other = await _dashboard.Api().CreateAsync();
        _ = (await _dashboard.Api().DeleteAsync($"/v1/integrations/{other}/embeds/{_id}")).NotFound;
        _ = (await _dashboard.Api().DeleteAsync($"/v1/integrations/{_integration}/embeds/none")).NotFound;
        Assert.Single(await _dashboard.Service<EmbedQueries>().OpenAsync(await _dashboard.ScopeAsync(), _integration, Cancel));
    }

    private async Task AssertClosedAsync(HttpStatusCode expected, bool framed = true)
    {
        foreach (var path in new[] { _page, $"{_page}/badge.svg" })
        {
            using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            var text = await answer.Content.ReadAsStringAsync(Cancel);
            Assert.Equal(expected, answer.StatusCode);
            Assert.DoesNotContain("Personio", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Example", text, StringComparison.Ordinal);
            Assert.Contains("shown", text, StringComparison.Ordinal);
            if (path == _page)
            {
                Assert.EndsWith(framed ? $"frame-ancestors {Origin} http://localhost:3000" : "frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
                Assert.False(answer.Headers.Contains("Refresh"));
            }
        }
    }

    private async Task<(HttpStatusCode Status, string Text)> ReadAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)));
    }
}
