namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>One dashboard for tests that change nothing of what others look at, with an integration that has a running sync "run".</summary>
public sealed class ApiFixture : IAsyncLifetime
{
    public TestDashboard Dashboard { get; } = new();

    public ApiClient Api { get; private set; } = null!;

    public string Integration { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Api = Dashboard.Api();
        Integration = await Api.CreateAsync();
        await Api.ReportRunningAsync(Integration, "run");
    }

    public ValueTask DisposeAsync() => Dashboard.DisposeAsync();
}
