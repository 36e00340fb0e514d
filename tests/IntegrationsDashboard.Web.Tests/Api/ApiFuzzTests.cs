using System.Globalization;
using System.Text;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>Whatever comes in, the dashboard never breaks, and what it refuses leaves no trace.</summary>
public class ApiFuzzTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e400", "1.5", "2147483648", "9223372036854775808", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud83d\"", "\"\\ude00\\ud83d\"",
        "\"2026-11-20T00:00:00Z\"", "\"2026-11-20T24:00:60+99:99\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59-14:00\"", "[]", "[[]]", "{}", "[{}]",
        "{\"message\":7}", "{\"organization_name\":\"O\"}", "\"FULL\"", "\"RUNNING\"", "\"FAILED\"", "\"SUCCEEDED\"", "\"CANCELLED\"", "\"ERROR\"", "\"HRIS\"", "\"personio\"", "@",
        "{\"method\":\"GET\",\"url\":\"/\"}", "[{\"name\":\"n\",\"records\":1}]",
    ];

    private static readonly string[] Names =
    [
        "tool", "category", "end_user", "setup_status", "created_at", "integration_id", "state", "type", "started_at", "ended_at", "error", "models",
        "seq", "at", "level", "message", "model", "http", "value", "\\u0074ool", "\\ud800", "",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task No_body_breaks_the_dashboard(int seed)
    {
#pragma warning disable CA5394 // Chance that can be repeated is what is wanted here.
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var before = await SnapshotAsync();
            var (method, path) = random.Next(5) switch
            {
                0 => ("POST", "/v1/integrations"),
                1 => ("PUT", "/v1/syncs/run"),
                2 => ("PUT", $"/v1/syncs/{random.Next(50)}"),
                3 => ("POST", "/v1/syncs/run/logs"),
                _ => ("PUT", $"/v1/integrations/{fixture.Integration}/enabled"),
            };
            var type = path.EndsWith("logs", StringComparison.Ordinal) && random.Next(2) == 0 ? "application/x-ndjson" : "application/json";
            var body = Encoding.UTF8.GetBytes(Body(random));
            if (random.Next(8) == 0 && body.Length > 0)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            var answer = await fixture.Api.SendBytesAsync(method, path, body, type);
            Assert.True(answer.Status is 200 or 201 or 400 or 404, $"{method} {path} {Encoding.UTF8.GetString(body)} → {answer.Status} {answer.Text}");
            if (answer.Status >= 400)
            {
                answer.Failure(answer.Status, answer.Status == 404 ? "PLATFORM.INTEGRATION_NOT_FOUND" : "PLATFORM.INPUT_INVALID");
                Assert.Equal(before, await SnapshotAsync());
            }
        }
#pragma warning restore CA5394
    }

#pragma warning disable CA5394
    private string Body(Random random)
    {
        var text = new StringBuilder();
        var array = random.Next(4) == 0;
        text.Append(array ? "[" : "");
        for (var count = random.Next(1, 3); count > 0; count--)
        {
            // Half of the bodies begin as good ones, so that the depths are reached as well.
            var fields = random.Next(6) switch
            {
                0 => ["\"tool\":\"personio\"", "\"category\":\"HRIS\"", "\"end_user\":{\"organization_name\":\"O\"}"],
                1 => ["\"seq\":" + random.Next(9).ToString(CultureInfo.InvariantCulture), "\"at\":\"2026-11-20T00:00:00Z\"", "\"level\":\"ERROR\"", "\"message\":\"m\""],
                2 =>
                [
                    $"\"integration_id\":\"{fixture.Integration}\"", "\"type\":\"FULL\"", "\"state\":\"FAILED\"", "\"started_at\":\"2026-11-20T00:00:00Z\"",
                    "\"ended_at\":\"2026-11-20T00:00:00Z\"",
                ],
                _ => new List<string>(),
            };
            for (var extra = random.Next(3); extra > 0; extra--)
            {
                var value = Values[random.Next(Values.Length)];
                fields.Add($"\"{Names[random.Next(Names.Length)]}\":{(value == "@" ? $"\"{fixture.Integration}\"" : value)}");
            }

            text.Append('{').AppendJoin(',', fields).Append('}').Append(count > 1 ? array ? "," : "\n" : "");
        }

        text.Append(array ? "]" : "");
        return random.Next(12) == 0 ? text.ToString(0, random.Next(text.Length + 1)) : text.ToString();
    }
#pragma warning restore CA5394

    // All that a refused call could have changed.
    private async Task<string> SnapshotAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        var scope = new WorkspaceScope((await fixture.Dashboard.Service<WorkspaceQueries>().FirstAsync(ct))!.Id);
        var integrations = await fixture.Dashboard.Service<IntegrationQueries>().ListAsync(scope, new IntegrationFilter(), IntegrationSort.Name, size: 1000, ct: ct);
        var syncs = await fixture.Dashboard.Service<SyncQueries>().ListAsync(scope, fixture.Integration, null, 1000, ct);
        return string.Join('\n', integrations.Items.Select(i => $"{i.Id} {i.Facts}"))
            + string.Join('\n', syncs.Select(s => $"{s.SyncId} {s.State} {s.StartedAt:O} {s.EndedAt:O} {s.LogCount} {s.ErrorCount}"));
    }
}
