using IntegrationsDashboard.Store;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>Whatever goes wrong under <c>/v1</c> is told in the envelope.</summary>
public class EnvelopeTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("GET", "/v1")]
    [InlineData("GET", "/v1/nothing")]
    [InlineData("POST", "/v1/syncs/run/logs/more")]
    [InlineData("GET", "/V1/integrations/a/b")]
    public async Task An_unknown_route(string method, string path)
    {
        var answer = await fixture.Api.SendAsync(method, path, null);
        Assert.Equal($"There is no call {method} {path}.", answer.Failure(404, "PLATFORM.INPUT_INVALID"));
    }

    [Theory]
    [InlineData("PATCH", "/v1/integrations", "GET, POST")]
    [InlineData("GET", "/v1/force-sync", "POST")]
    [InlineData("POST", "/v1/integrations/x", "DELETE, GET")]
    [InlineData("DELETE", "/v1/syncs/run", "GET, PUT")]
    [InlineData("POST", "/v1/integrations/x/enabled", "PUT")]
    public async Task A_wrong_method(string method, string path, string allowed)
    {
        var answer = await fixture.Api.SendAsync(method, path, null);
        Assert.StartsWith($"The method {method} is not allowed here", answer.Failure(405, "PLATFORM.INPUT_INVALID"), StringComparison.Ordinal);
        Assert.Equal(allowed, answer.Headers["Allow"]);
    }

    [Theory]
    [InlineData("POST", "/v1/integrations", "text/plain")]
    [InlineData("POST", "/v1/integrations", null)]
    [InlineData("PUT", "/v1/syncs/run", "application/x-www-form-urlencoded")]
    [InlineData("PUT", "/v1/integrations/x/enabled", "multipart/form-data; boundary=x")]
    [InlineData("POST", "/v1/syncs/run/logs", "text/csv")]
    public async Task A_wrong_content_type(string method, string path, string? type)
    {
        var message = (await fixture.Api.SendAsync(method, path, "{}", type)).Failure(415, "PLATFORM.INPUT_INVALID");
        Assert.StartsWith(type is null ? "The content type is missing; send" : $"The content type is \"{type}\"; send", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/v1/integrations", 1)]
    [InlineData("PUT", "/v1/syncs/run", 1)]
    [InlineData("DELETE", "/v1/integrations/x", 1)]
    [InlineData("POST", "/v1/syncs/run/logs", 25)]
    public async Task An_oversized_body(string method, string path, int most)
    {
        var body = new byte[(most * 1024 * 1024) + 1];
        var message = (await fixture.Api.SendBytesAsync(method, path, body)).Failure(413, "PLATFORM.INPUT_INVALID");
        Assert.Equal($"The body has more than {most} MiB; send it in several calls.", message);
    }

    [Fact]
    public async Task An_oversized_body_of_unannounced_length()
    {
        using var http = fixture.Dashboard.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", TestDashboard.ProductionKey);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/integrations");
        request.Content = new StreamContent(new MemoryStream(new byte[(1024 * 1024) + 1]));
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = true;
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(413, (int)response.StatusCode);
    }

    [Fact]
    public async Task An_accident_tells_nothing_about_the_inside()
    {
        using var dashboard = new TestDashboard(("Logging:LogLevel:Default", "None"));
        var api = dashboard.Api();
        var id = await api.CreateAsync();
        dashboard.Service<Ledger>().Dispose(); // What is disposed cannot write.
        var answer = await api.PutAsync($"/v1/integrations/{id}/enabled", """{"value":true}""");
        Assert.StartsWith("Something went wrong in the dashboard", answer.Failure(500, "PLATFORM.UNKNOWN_ERROR"), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
    }
}
