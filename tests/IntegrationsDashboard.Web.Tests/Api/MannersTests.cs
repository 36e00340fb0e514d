using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>What every program may expect of an HTTP service: limits told, caches spared, answers small, health shown.</summary>
public sealed class MannersTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_key_that_asks_too_often_is_told_when_to_come_back_and_others_are_not_held_up()
    {
        // Within the test nothing is replenished: a token takes a thousand seconds.
        await using var dashboard = new TestDashboard(("Api:RateLimit:TokensPerSecond", "0.001"), ("Api:RateLimit:Burst", "3"));
        var api = dashboard.Api();
        for (var left = 2; left >= 0; left--)
        {
            var taken = await api.GetAsync("/v1/tools/hris");
            Assert.Equal(200, taken.Status);
            Assert.Equal("\"key\";q=3;w=3000", taken.Headers["RateLimit-Policy"]);
            Assert.Equal($"\"key\";r={left};t={(3 - left) * 1000}", taken.Headers["RateLimit"]);
        }

        var refused = await api.GetAsync("/v1/tools/hris");
        Assert.StartsWith("This API key has made too many requests.", refused.Failure(429, "PLATFORM.RATE_LIMIT_EXCEEDED"), StringComparison.Ordinal);
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], null), 1, 1000);
        Assert.StartsWith("\"key\";r=0;", refused.Headers["RateLimit"], StringComparison.Ordinal);
        Assert.Equal(200, (await dashboard.Api(TestDashboard.DevelopmentKey).GetAsync("/v1/tools/hris")).Status);
    }

    [Theory]
    [InlineData("GET", "/v1/nothing", 404)]
    [InlineData("PATCH", "/v1/integrations", 405)]
    [InlineData("POST", "/v1/integrations", 415)]
    [InlineData("GET", "/v1/integrations/unknown", 404)]
    public async Task Failures_tell_what_is_left_as_well(string method, string path, int status)
    {
        var answer = await fixture.Api.SendAsync(method, path, null);
        Assert.Equal(status, answer.Status);
        Assert.Matches("^\"key\";r=[0-9]+;t=[0-9]+$", answer.Headers["RateLimit"]);
    }

    [Fact]
    public async Task A_key_has_one_rate_however_its_header_is_written()
    {
        await using var dashboard = new TestDashboard(("Api:RateLimit:TokensPerSecond", "0.001"), ("Api:RateLimit:Burst", "3"));
        using var http = dashboard.CreateClient();
        var statuses = new List<int>();
        foreach (var scheme in (string[])["Bearer ", "bearer ", "BEARER ", "Bearer  "])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/tools/hris");
            request.Headers.TryAddWithoutValidation("Authorization", scheme + TestDashboard.ProductionKey);
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            statuses.Add((int)response.StatusCode);
        }

        Assert.Equal([200, 200, 200, 429], statuses);
    }

    [Fact]
    public async Task Whoever_has_no_key_learns_nothing_of_limits() =>
        Assert.DoesNotContain("RateLimit", (await fixture.Dashboard.Api(null).GetAsync("/v1/tools/hris")).Headers.Keys);

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        var id = await fixture.Api.CreateAsync();
        var path = $"/v1/integrations/{id}/status";
        using var first = await AskAsync(path);
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        Assert.Equal("no-cache, private", first.Headers.CacheControl!.ToString());
        Assert.Contains("Authorization", first.Headers.Vary);

        using var second = await AskAsync(path, tag: tag);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(tag, second.Headers.ETag);
        Assert.Contains("Authorization", second.Headers.Vary);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var weak = await AskAsync(path, tag: new EntityTagHeaderValue(tag.Tag, isWeak: true));
        Assert.Equal(HttpStatusCode.NotModified, weak.StatusCode);
        using var any = await AskAsync(path, tag: EntityTagHeaderValue.Any);
        Assert.Equal(HttpStatusCode.NotModified, any.StatusCode);

        await fixture.Api.ReportAsync(id, $"{Guid.NewGuid():N}", "FAILED", "20T02:10:00");
        using var third = await AskAsync(path, tag: tag);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        Assert.NotEqual(tag, third.Headers.ETag);
        Assert.Contains("quality-assurance", await third.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_or_writes_has_no_tag()
    {
        using var missing = await AskAsync("/v1/integrations/unknown", tag: EntityTagHeaderValue.Any);
        Assert.Equal((HttpStatusCode.NotFound, null), (missing.StatusCode, missing.Headers.ETag));
        var written = await fixture.Api.PutAsync($"/v1/integrations/{fixture.Integration}/enabled", """{"value":true}""");
        Assert.Equal(200, written.Status);
        Assert.DoesNotContain("ETag", written.Headers.Keys);
    }

    [Theory]
    [InlineData("br", "/v1/tools/hris")]
    [InlineData("gzip", "/v1/tools/hris")]
    [InlineData("br", "/openapi/v1.json")]
    public async Task Answers_are_compressed_for_whoever_takes_it(string coding, string path)
    {
        using var plain = await AskAsync(path);
        using var packed = await AskAsync(path, coding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal([coding], packed.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", packed.Headers.Vary);
        var ct = TestContext.Current.CancellationToken;
        await using var bytes = await packed.Content.ReadAsStreamAsync(ct);
        await using Stream unpacked = coding == "br" ? new BrotliStream(bytes, CompressionMode.Decompress) : new GZipStream(bytes, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        Assert.Equal(await plain.Content.ReadAsStringAsync(ct), await reader.ReadToEndAsync(ct));

        // Other bytes, another tag; the packed answer is known again by its own.
        if (packed.Headers.ETag is { } tag)
        {
            Assert.NotEqual(plain.Headers.ETag, tag);
            using var again = await AskAsync(path, coding, tag);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        }
    }

    [Fact]
    public async Task Pages_are_not_compressed()
    {
        using var page = await AskAsync("/integrations", "br");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Empty(page.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Health_is_told_to_anyone_without_internals()
    {
        await using var dashboard = new TestDashboard(("Logging:LogLevel:Default", "None"), ("Logging:LogLevel:Microsoft.EntityFrameworkCore", "None"));
        var stranger = dashboard.Api(null);
        Assert.Equal((200, "Healthy"), await HealthAsync(stranger, "live"));
        Assert.Equal((200, "Healthy"), await HealthAsync(stranger, "ready"));

        await dashboard.BreakStoreAsync();
        Assert.Equal((200, "Healthy"), await HealthAsync(stranger, "live"));
        Assert.Equal((503, "Unhealthy"), await HealthAsync(stranger, "ready"));
    }

    private static async Task<(int Status, string Text)> HealthAsync(ApiClient stranger, string kind)
    {
        var answer = await stranger.GetAsync($"/health/{kind}");
        return (answer.Status, answer.Text);
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string? coding = null, EntityTagHeaderValue? tag = null)
    {
        using var http = fixture.Dashboard.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TestDashboard.ProductionKey);
        if (coding is not null)
        {
            request.Headers.AcceptEncoding.ParseAdd(coding);
        }

        if (tag is not null)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
