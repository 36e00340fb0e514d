using System.Net.Http.Headers;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>Who gets in, and what they find there.</summary>
public class AccessTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private static readonly (string Method, string Path)[] Calls =
    [
        ("POST", "/v1/integrations"),
        ("PUT", "/v1/syncs/run"),
        ("POST", "/v1/syncs/run/logs"),
        ("GET", "/v1/integrations/{0}"),
        ("GET", "/v1/integrations/{0}/status"),
        ("PUT", "/v1/integrations/{0}/enabled"),
        ("DELETE", "/v1/integrations/{0}"),
        ("GET", "/v1/nothing"),
        ("PATCH", "/v1/integrations"),
        ("GET", "/v1"),
    ];

    public static TheoryData<string, string> AllCalls => [.. Calls.Select(call => (call.Method, call.Path))];

    [Theory]
    [MemberData(nameof(AllCalls))]
    public async Task Nothing_is_told_without_a_key(string method, string path)
    {
        path = string.Format(null, path, fixture.Integration);
        var none = await fixture.Dashboard.Api(null).SendAsync(method, path, method == "GET" ? null : "no json");
        Assert.StartsWith("No API key was given.", none.Failure(401, "PLATFORM.AUTHENTICATION_INVALID"), StringComparison.Ordinal);
        Assert.Equal("Bearer", none.Headers["WWW-Authenticate"]);
        var wrong = await fixture.Dashboard.Api("wrong").SendAsync(method, path, method == "GET" ? null : "no json");
        Assert.StartsWith("This API key is not known.", wrong.Failure(401, "PLATFORM.AUTHENTICATION_INVALID"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Basic", "a2V5")]
    [InlineData("Bearer", "")]
    [InlineData("Bearer", "key-to-production x")]
    public async Task Other_credentials_are_no_key(string scheme, string parameter)
    {
        using var http = fixture.Dashboard.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, parameter);
        Assert.Equal(401, (await new ApiClient(http, null).GetAsync($"/v1/integrations/{fixture.Integration}")).Status);
    }

    [Fact]
    public async Task The_scheme_is_known_in_any_case()
    {
        using var http = fixture.Dashboard.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("bearer", TestDashboard.ProductionKey);
        Assert.Equal(200, (await new ApiClient(http, null).GetAsync($"/v1/integrations/{fixture.Integration}")).Status);
    }

    [Fact]
    public async Task A_key_opens_its_own_environment_only()
    {
        var development = fixture.Dashboard.Api(TestDashboard.DevelopmentKey);
        var id = await development.CreateAsync();
        await development.ReportAsync(id, "dev", "SUCCEEDED", "20T00:00:00");
        var missing = $"There is no integration with the id \"{id}\".";
        Assert.Equal(missing, (await fixture.Api.GetAsync($"/v1/integrations/{id}")).NotFound);
        Assert.Equal(missing, (await fixture.Api.GetAsync($"/v1/integrations/{id}/status")).NotFound);
        Assert.Equal(missing, (await fixture.Api.PutAsync($"/v1/integrations/{id}/enabled", """{"value":false}""")).NotFound);
        Assert.Equal(missing, (await fixture.Api.DeleteAsync($"/v1/integrations/{id}")).NotFound);
        Assert.Equal(missing, (await fixture.Api.ReportAsync(id, "other", "FAILED", "20T00:00:00")).NotFound);
        Assert.Equal("There is no sync with the id \"dev\".", (await fixture.Api.PostAsync("/v1/syncs/dev/logs", "[]")).NotFound);
        Assert.Equal(404, (await development.GetAsync($"/v1/integrations/{fixture.Integration}")).Status);
        Assert.Equal("active", await development.StatusAsync(id));

        // The same sync id in two environments is two syncs.
        Assert.Equal(200, (await fixture.Api.ReportAsync(fixture.Integration, "dev", "SUCCEEDED", "20T00:00:00")).Status);
    }

    [Theory]
    [InlineData("personio:abcdefghijklmnopqrstuvwx")]
    [InlineData("nonsense")]
    [InlineData("..%2F..")]
    public async Task An_unknown_id_is_not_found(string id)
    {
        Assert.StartsWith("There is no integration", (await fixture.Api.GetAsync($"/v1/integrations/{id}")).NotFound, StringComparison.Ordinal);
        Assert.Equal(404, (await fixture.Api.GetAsync($"/v1/integrations/{id}/status")).Status);
        Assert.Equal(404, (await fixture.Api.PutAsync($"/v1/integrations/{id}/enabled", """{"value":true}""")).Status);
        Assert.Equal(404, (await fixture.Api.DeleteAsync($"/v1/integrations/{id}")).Status);
        Assert.Equal(404, (await fixture.Api.PostAsync($"/v1/syncs/{id}/logs", "[]")).Status);
    }

    [Fact]
    public async Task A_deleted_integration_is_not_found_by_any_call()
    {
        var id = await fixture.Api.CreateAsync();
        await fixture.Api.ReportAsync(id, "before", "SUCCEEDED", "20T00:00:00");
        Assert.Equal(200, (await fixture.Api.DeleteAsync($"/v1/integrations/{id}")).Status);
        Assert.Equal(404, (await fixture.Api.GetAsync($"/v1/integrations/{id}")).Status);
        Assert.Equal(404, (await fixture.Api.GetAsync($"/v1/integrations/{id}/status")).Status);
        Assert.Equal(404, (await fixture.Api.PutAsync($"/v1/integrations/{id}/enabled", """{"value":true}""")).Status);
        Assert.Equal(404, (await fixture.Api.DeleteAsync($"/v1/integrations/{id}", "{}")).Status);
        Assert.Equal(404, (await fixture.Api.ReportAsync(id, "after", "SUCCEEDED", "20T00:00:00")).Status);
        Assert.Equal(404, (await fixture.Api.ReportAsync(id, "before", "SUCCEEDED", "20T00:00:00")).Status);
        Assert.Equal(404, (await fixture.Api.PostAsync("/v1/syncs/before/logs", "[]")).Status);
    }
}
