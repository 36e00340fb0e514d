using System.Net;
using IntegrationsDashboard.Syncing.Clock;

namespace IntegrationsDashboard.Web.Tests.Pages;

/// <summary>What people and programs are told about what is not kept any more.</summary>
public sealed class ErasedPagesTests : IDisposable
{
    private readonly TestDashboard _dashboard = new();
    private readonly ApiClient _api;
    private HttpClient? _browser;

    public ErasedPagesTests()
    {
        _api = _dashboard.Api();
    }

    public void Dispose()
    {
        _browser?.Dispose();
        _dashboard.Dispose();
    }

    [Fact]
    public async Task A_sync_that_was_erased_says_so_where_something_still_names_it()
    {
        var id = await _api.CreateAsync();
        await _api.ReportAsync(id, "one", "FAILED", "20T02:00:00");
        _dashboard.Clock.Advance(TimeSpan.FromDays(60));

        await CleanAsync();

        Assert.Contains("The log of this sync was erased after 60 days", await PageAsync($"/integrations/{id}/syncs/one"), StringComparison.Ordinal);
        Assert.Contains("the quality-assurance rule paused syncing", await PageAsync($"/integrations/{id}"), StringComparison.Ordinal);
        using var unknown = await _browser!.GetAsync($"/integrations/{id}/syncs/two", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_report_from_before_the_kept_history_is_refused_and_told_since_when_it_is_kept()
    {
        var id = await _api.CreateAsync();
        await _api.ReportAsync(id, "one", "SUCCEEDED", "20T02:00:00");
        _dashboard.Clock.Advance(TimeSpan.FromDays(60));
        await CleanAsync();

        foreach (var (sync, end) in new[] { ("one", "20T02:00:00"), ("late", "19T02:00:00") })
        {
            var refused = await _api.ReportAsync(id, sync, "FAILED", end);
            Assert.Equal(400, refused.Status);
            Assert.Contains("ended_at", refused.Text, StringComparison.Ordinal);
            Assert.Contains("is kept since 2026-11-20T02:00:00Z", refused.Text, StringComparison.Ordinal);
        }

        Assert.Equal(200, (await _api.ReportAsync(id, "after", "FAILED", "21T02:00:00")).Status);
        Assert.Equal("sync-failing", await _api.StatusAsync(id));
    }

    [Fact]
    public async Task An_erased_integration_is_shown_by_its_tool_and_id()
    {
        var id = await _api.CreateAsync();
        await _api.ReportAsync(id, "one", "FAILED", "20T02:00:00", ",\"error\":\"Trouble at Example\"");
        Assert.Equal(200, (await _api.DeleteAsync($"/v1/integrations/{id}")).Status);
        _dashboard.Clock.Advance(TimeSpan.FromDays(14));

        await CleanAsync();

        foreach (var page in new[] { "/integrations", $"/integrations/{id}", $"/integrations/{id}/settings", $"/integrations/{id}/support" })
        {
            var html = await PageAsync(page);
            Assert.Contains("Personio", html, StringComparison.Ordinal);
            Assert.Contains(id, html, StringComparison.Ordinal);
            Assert.DoesNotContain("Example", html, StringComparison.Ordinal);
        }

        Assert.Contains("were erased. Only id, tool, workspace and dates remain.", await PageAsync($"/integrations/{id}/settings"), StringComparison.Ordinal);
        Assert.Contains("The syncs were erased with the integration.", await PageAsync($"/integrations/{id}"), StringComparison.Ordinal);
    }

    private Task CleanAsync() => _dashboard.Service<Housekeeping>().RunAsync(TestContext.Current.CancellationToken);

    // Signed in only now: no session lasts as long as the clock was moved.
    private async Task<string> PageAsync(string path) => WebUtility.HtmlDecode(
        await (_browser ??= await _dashboard.SignInAsync()).GetStringAsync(path, TestContext.Current.CancellationToken));
}
