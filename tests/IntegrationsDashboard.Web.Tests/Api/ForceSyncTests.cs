using System.Net;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>Programs that ask for a sync.</summary>
public sealed class ForceSyncTests : IDisposable
{
    private readonly TestDashboard _dashboard = new();
    private readonly HttpClient _http;
    private readonly ApiClient _api;

    public ForceSyncTests()
    {
        _http = _dashboard.CreateClient();
        _api = new ApiClient(_http, TestDashboard.ProductionKey);
    }

    public void Dispose() => _dashboard.Dispose();

    [Fact]
    public async Task A_sync_is_queued_once_by_type()
    {
        var id = await ConnectAsync(TimeSpan.FromHours(3));

        var full = await ForceAsync(id, "{}");
        var syncId = full.Data.GetProperty("sync_id").GetString();
        Assert.Equal($$$"""{"status":"success","data":{"already_queued":false,"sync_id":"{{{syncId}}}","type":"FULL"}}""", full.Text);
        Assert.Equal(full.Text.Replace("false", "true", StringComparison.Ordinal), (await ForceAsync(id, """{"type":"FULL"}""")).Text);

        var delta = await ForceAsync(id, """{"type":"DELTA"}""");
        Assert.Equal(("DELTA", false), (delta.Data.GetProperty("type").GetString(), delta.Data.GetProperty("already_queued").GetBoolean()));
        Assert.NotEqual(syncId, delta.Data.GetProperty("sync_id").GetString());
    }

    [Fact]
    public async Task A_queued_sync_has_a_page_that_says_so()
    {
        var id = await ConnectAsync();
        var syncId = (await ForceAsync(id, null)).Data.GetProperty("sync_id").GetString();

        using var browser = await _dashboard.SignInAsync();
        var page = await browser.GetAsync($"/integrations/{id}/syncs/{syncId}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("This sync has not started yet", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"SOME"}""", "type")]
    [InlineData("""{"type":7}""", "type")]
    [InlineData("""{"type":"DELTA"}""", "type")]
    [InlineData("[]", "must be an object")]
    [InlineData("{", "body")]
    public async Task A_wrong_body_is_refused_by_name(string body, string field)
    {
        var answer = await ForceAsync(await ConnectAsync(), body);

        Assert.Contains(field, answer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_header_it_is_refused_by_name()
    {
        var answer = await _api.PostAsync("/v1/force-sync", "{}");

        Assert.Contains("X-Integration-Id", answer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_unknown_switched_off_or_reported_from_outside_is_not_synced()
    {
        Assert.NotEmpty((await ForceAsync("personio:000000000000000000000000", null)).NotFound);

        var reported = await ForceAsync(await _api.CreateAsync(), null);
        Assert.Contains("reported from outside", reported.Refusal, StringComparison.Ordinal);

        var id = await ConnectAsync();
        await _api.PutAsync($"/v1/integrations/{id}/enabled", """{"value":false}""");
        Assert.Contains("switch it on first", (await ForceAsync(id, null)).Refusal, StringComparison.Ordinal);
    }

    // The first sync is queued by connecting; here it has run already.
    private async Task<string> ConnectAsync(TimeSpan? deltaEvery = null)
    {
        var ledger = _dashboard.Service<Ledger>();
        var workspace = (await _dashboard.Service<WorkspaceQueries>().FirstAsync())!;
        var scope = new WorkspaceScope(workspace.Id, workspace.Environments.Single(e => e.Kind == EnvironmentKind.Production).Id);
        var report = new NewIntegration { Tool = "scim", Category = Category.Hris, EndUser = new EndUser { OrganizationName = "Example" } };
        var integration = await ledger.WriteAsync(session => session.ConnectAsync(
            scope, report, new NewConnection("https://example.com", "credentials", TimeSpan.FromHours(3), deltaEvery)));
        foreach (var sync in await ledger.ClaimDueAsync("test", 10, TimeSpan.FromMinutes(1)))
        {
            await ledger.FinishSyncAsync(sync, new SyncEnd(SyncState.Succeeded, null, []));
        }

        return integration.Id;
    }

    private Task<ApiAnswer> ForceAsync(string id, string? body)
    {
        _http.DefaultRequestHeaders.Remove("X-Integration-Id");
        _http.DefaultRequestHeaders.Add("X-Integration-Id", id);
        return _api.SendAsync("POST", "/v1/force-sync", body);
    }
}
