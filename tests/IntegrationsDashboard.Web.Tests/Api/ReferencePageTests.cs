using System.Net;
using IntegrationsDashboard.Web.Tests.Api.Documented;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>The page that shows the API's document.</summary>
public sealed class ReferencePageTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Anyone_finds_every_call_with_its_fields_and_examples()
    {
        var page = await fixture.Dashboard.Api(null).GetAsync("/api");
        Assert.Equal(200, page.Status);
        var text = WebUtility.HtmlDecode(page.Text);
        Assert.All((await DocumentedApi.ReadAsync(fixture.Dashboard)).Operations, operation =>
        {
            Assert.Contains($"id=\"{operation.Id}\"", text, StringComparison.Ordinal);
            Assert.Contains($"href=\"/api#{operation.Id}\"", text, StringComparison.Ordinal);
            Assert.Contains(operation.Path, text, StringComparison.Ordinal);
        });
        Assert.Contains("Needs the scope manage.", text, StringComparison.Ordinal);
        Assert.Contains("end_user.organization_name", text, StringComparison.Ordinal);
        Assert.Contains("data.evidence.log_url", text, StringComparison.Ordinal);
        Assert.Contains("curl -X PUT 'http://localhost/v1/syncs/acme-2'", text, StringComparison.Ordinal);
        Assert.Contains("PLATFORM.RATE_LIMIT_EXCEEDED", text, StringComparison.Ordinal);
    }
}
