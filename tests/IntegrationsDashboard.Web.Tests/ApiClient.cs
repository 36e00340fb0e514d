using System.Net.Http.Headers;
using System.Text;

namespace IntegrationsDashboard.Web.Tests;

/// <summary>A program that calls the API.</summary>
public sealed class ApiClient
{
    private readonly HttpClient _http;

    public ApiClient(HttpClient http, string? key)
    {
        _http = http;
        if (key is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    public Task<ApiAnswer> GetAsync(string path) => SendAsync("GET", path, null);

    public Task<ApiAnswer> PostAsync(string path, string body, string type = "application/json") => SendAsync("POST", path, body, type);

    public Task<ApiAnswer> PutAsync(string path, string body) => SendAsync("PUT", path, body);

    public Task<ApiAnswer> DeleteAsync(string path, string? body = null) => SendAsync("DELETE", path, body);

    public Task<ApiAnswer> SendAsync(string method, string path, string? body, string? type = "application/json") =>
        SendBytesAsync(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), type);

    public async Task<ApiAnswer> SendBytesAsync(string method, string path, byte[]? body, string? type = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return new ApiAnswer(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers.Concat(response.Content.Headers).ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Creates an integration and returns its id.</summary>
    public async Task<string> CreateAsync(string setup = "COMPLETED")
    {
        var answer = await PostAsync(
            "/v1/integrations",
            $$"""{"tool":"personio","category":"HRIS","end_user":{"organization_name":"Example"},"setup_status":"{{setup}}","created_at":"2026-11-01T00:00:00Z"}""");
        Assert.Equal(201, answer.Status);
        return answer.Data.GetProperty("id").GetString()!;
    }

    /// <summary>Reports a sync that ended at a time of a day in November 2026, as in <c>20T02:10:00</c>.</summary>
    public Task<ApiAnswer> ReportAsync(string integration, string sync, string state, string end, string more = "") => PutAsync(
        $"/v1/syncs/{sync}",
        $$"""{"integration_id":"{{integration}}","state":"{{state}}","type":"FULL","started_at":"2026-11-01T00:00:00Z","ended_at":"2026-11-{{end}}Z"{{more}}}""");

    /// <summary>Reports that a sync runs.</summary>
    public Task<ApiAnswer> ReportRunningAsync(string integration, string sync) => PutAsync(
        $"/v1/syncs/{sync}",
        $$"""{"integration_id":"{{integration}}","state":"RUNNING","type":"DELTA","started_at":"2026-11-24T05:00:00Z"}""");

    /// <summary>The status's word.</summary>
    public async Task<string> StatusAsync(string integration) =>
        (await GetAsync($"/v1/integrations/{integration}/status")).Data.GetProperty("status").GetString()!;
}
