namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>What the API says of error messages.</summary>
public sealed class ExplanationTests : IAsyncLifetime
{
    private readonly TestDashboard _dashboard = new();
    private string _integration = "";

    public async ValueTask InitializeAsync()
    {
        _integration = await _dashboard.Api().CreateAsync();
        await _dashboard.Api().ReportAsync(_integration, "a", "SUCCEEDED", "20T02:00:00");
    }

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Status_and_sync_say_what_the_error_means_and_what_to_do()
    {
        await _dashboard.Api().ReportAsync(_integration, "b", "AUTHENTICATION_FAILED", "23T02:00:00", ""","error":{"message":"401: the client secret has expired"}""");
        foreach (var path in new[] { $"/v1/integrations/{_integration}/status", "/v1/syncs/b" })
        {
            var explanation = (await _dashboard.Api().GetAsync(path)).Data.GetProperty("explanation");
            Assert.Equal("expired_secret", explanation.GetProperty("kind").GetString());
            Assert.Equal("The credentials for Personio have expired. Create new ones at Personio and reconnect with them.", explanation.GetProperty("text").GetString());
            Assert.Equal("send_reconnection_link", explanation.GetProperty("next_step").GetProperty("kind").GetString());
            Assert.EndsWith($"/integrations/{_integration}/settings#credentials", explanation.GetProperty("next_step").GetProperty("url").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_nothing_explains_is_null()
    {
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await _dashboard.Api().GetAsync("/v1/syncs/a")).Data.GetProperty("explanation").ValueKind);
        await _dashboard.Api().ReportAsync(_integration, "b", "FAILED", "23T02:00:00", ""","error":{"message":"Payroll is closed"}""");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await _dashboard.Api().GetAsync($"/v1/integrations/{_integration}/status")).Data.GetProperty("explanation").ValueKind);
    }
}
