namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>Integrations of every status in production, reported through the API, and some that production's list must not show.</summary>
public sealed class IntegrationListFixture : IAsyncLifetime
{
    private static readonly string[] Organizations = ["Initech", "initech GmbH", "INITROPE", "Ärzte 100%", "Zoë's \"Labs\"", "Umbrella Corp"];
    private static readonly (string Tool, string Category)[] Tools = [("personio", "HRIS"), ("bamboohr", "HRIS"), ("greenhouse", "ATS"), ("moodle", "LMS")];

    private readonly TestDashboard _dashboard = new();
    private int _sync;

    public ApiClient Api { get; private set; } = null!;

    public List<ListedIntegration> Items { get; } = [];

    public List<string> Hidden { get; } = [];

    public async ValueTask InitializeAsync()
    {
        Api = _dashboard.Api();
        var random = new Random(4);
        for (var number = 0; number < 56; number++)
        {
            Items.Add(await DescribeAsync(await AddAsync(Api, random, number % 8)));
        }

        for (var number = 0; number < 8; number++)
        {
            Hidden.Add(await AddAsync(_dashboard.Api(TestDashboard.DevelopmentKey), random, number));
            Hidden.Add(await AddAsync(Api, random, number));
            Assert.Equal(200, (await Api.DeleteAsync($"/v1/integrations/{Hidden[^1]}")).Status);
        }
    }

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    private async Task<string> AddAsync(ApiClient api, Random random, int kind)
    {
        var (tool, category) = Tools[random.Next(Tools.Length)];
        var organization = Organizations[random.Next(Organizations.Length)].Replace("\"", "\\\"", StringComparison.Ordinal);
        var setup = kind == 0 ? "INCOMPLETE" : "COMPLETED";
        var created = await api.PostAsync(
            "/v1/integrations",
            $$"""{"tool":"{{tool}}","category":"{{category}}","end_user":{"organization_name":"{{organization}}"},"setup_status":"{{setup}}","created_at":"2026-11-0{{random.Next(1, 4)}}T00:00:00Z"}""");
        var id = created.Data.GetProperty("id").GetString()!;

        // Few different times, so that many are the same.
        var day = 19 + random.Next(4);
        switch (kind)
        {
            case 0:
                break;
            case 1:
                await SyncAsync("FAILED", day);
                break;
            case 2:
                await SyncAsync("AUTHENTICATION_FAILED", 10, isFirst: false);
                await SyncAsync("AUTHENTICATION_FAILED", day);
                break;
            default:
                await SyncAsync("SUCCEEDED", 10);
                await SyncAsync(kind switch { 3 => "AUTHENTICATION_FAILED", 4 => "TIMED_OUT", 5 => "PARTIALLY_FAILED", _ => "SUCCEEDED" }, day);
                break;
        }

        if (kind == 6)
        {
            Assert.Equal(200, (await api.PutAsync($"/v1/integrations/{id}/enabled", """{"value":false}""")).Status);
        }

        return id;

        async Task SyncAsync(string state, int on, bool isFirst = true)
        {
            if (!isFirst)
            {
                Assert.Equal(200, (await api.ReportAsync(id, $"s{_sync++}", "SUCCEEDED", $"0{random.Next(5, 9)}T01:00:00")).Status);
            }

            Assert.Equal(200, (await api.ReportAsync(id, $"s{_sync++}", state, $"{on}T02:00:00")).Status);
        }
    }

    private async Task<ListedIntegration> DescribeAsync(string id)
    {
        var integration = (await Api.GetAsync($"/v1/integrations/{id}")).Data;
        var status = (await Api.GetAsync($"/v1/integrations/{id}/status")).Data;
        var syncs = (await Api.GetAsync($"/v1/integrations/{id}/syncs")).Data.GetProperty("syncs").EnumerateArray();
        return new ListedIntegration(
            id,
            integration.GetProperty("tool").GetProperty("id").GetString()!,
            integration.GetProperty("category").GetString()!,
            integration.GetProperty("end_user").GetProperty("organization_name").GetString()!,
            status.GetProperty("status").GetString()!,
            status.GetProperty("since").GetDateTimeOffset(),
            syncs.Select(sync => (DateTimeOffset?)sync.GetProperty("ended_at").GetDateTimeOffset()).Max());
    }
}
