using System.Globalization;
using System.Text.Json;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>A program that reports to the dashboard, as the README shows.</summary>
public sealed class Reporter(Dashboard dashboard)
{
    private int _minutes = -600;

    /// <summary>Creates an integration whose first sync succeeded; returns its id.</summary>
    public async Task<string> ConnectAsync(string organization, string tool = "personio")
    {
        var id = await CreateAsync(organization, tool);
        await SyncAsync(id, "SUCCEEDED");
        return id;
    }

    /// <summary>Creates an integration that was never synced; returns its id.</summary>
    public async Task<string> CreateAsync(string organization, string tool = "personio")
    {
        var answer = await dashboard.CallAsync(
            HttpMethod.Post,
            "/v1/integrations",
            $$$"""{"tool":"{{{tool}}}","category":"HRIS","end_user":{"organization_name":"{{{organization}}}","creator_email":"hr@example.com"}}""");
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("data").GetProperty("id").GetString()!;
    }

    /// <summary>Reports a sync with its end; returns its id.</summary>
    public async Task<string> SyncAsync(string integration, string state, string? error = null)
    {
        var sync = $"sync-{Guid.NewGuid():N}";
        var started = Next();
        var end = state == "RUNNING" ? "" : $""","ended_at":"{Next()}" """;
        var message = error is null ? "" : $$""","error":{"message":"{{error}}"}""";
        await dashboard.CallAsync(
            HttpMethod.Put,
            $"/v1/syncs/{sync}",
            $$"""{"integration_id":"{{integration}}","state":"{{state}}","type":"FULL","started_at":"{{started}}"{{end}}{{message}}}""");
        return sync;
    }

    /// <summary>Reports a log of <paramref name="length"/> entries, the one at <paramref name="problem"/> of the given level.</summary>
    public async Task LogAsync(string sync, int length, int problem, string level, string message)
    {
        var lines = Enumerable.Range(0, length).Select(seq => seq == problem
            ? $$$"""{"seq":{{{seq}}},"at":"{{{Next(0)}}}","level":"{{{level}}}","message":"{{{message}}}","model":"employees","http":{"method":"GET","url":"https://api.example.com/employees?page=3","status":503,"duration_ms":812,"response_body":"{\"error\":\"try later\"}"}}"""
            : $$"""{"seq":{{seq}},"at":"{{Next(0)}}","level":"INFO","message":"Read page {{seq}} of the employees"}""");
        await dashboard.CallAsync(HttpMethod.Post, $"/v1/syncs/{sync}/logs", string.Join('\n', lines), "application/x-ndjson");
    }

    private string Next(int minutes = 2)
    {
        _minutes += minutes;
        return DateTimeOffset.UtcNow.AddMinutes(_minutes).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }
}
