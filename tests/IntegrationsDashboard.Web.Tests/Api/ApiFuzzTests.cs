using IntegrationsDashboard.Web.Tests.Api.Documented;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>Whatever comes in, the dashboard never breaks, and what it refuses leaves no trace.</summary>
public sealed class ApiFuzzTests
{
    private const int Requests = 2_500;

    // So many requests lie between two looks at the store.
    private const int Stretch = 250;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Bad_requests_break_nothing_and_change_nothing(int seed)
    {
        await using var dashboard = new TestDashboard();
        using var http = dashboard.CreateClient();
        var requests = new BadRequests(await DocumentedApi.ReadAsync(dashboard), await ConnectedExamples.CreateAsync(dashboard), seed);
        var before = await dashboard.DumpAsync();
        for (var count = 1; count <= Requests; count++)
        {
            var (request, operation) = requests.Next();
            var answer = await request.SendAsync(http);
            Assert.True(answer.Status is >= 400 and < 500, $"{request}\n→ {answer.Status} {answer.Text}");
            answer.Failure(answer.Status, answer.Json.GetProperty("error").GetProperty("code").GetString()!);
            Assert.True(operation is null || operation.Statuses.Contains(answer.Status), $"{request}\n→ {answer.Status}, which is not documented");
            if (count % Stretch == 0)
            {
                Assert.Equal(before, await dashboard.DumpAsync());
            }
        }
    }
}
