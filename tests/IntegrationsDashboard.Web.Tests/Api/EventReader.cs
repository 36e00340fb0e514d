using System.Net.Http.Headers;
using System.Text.Json;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>A program that listens to server-sent events, and sees what a browser would keep to itself.</summary>
public sealed class EventReader : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private EventReader(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        _lines = new StreamReader(stream);
    }

    /// <summary>The id that a reconnection would name.</summary>
    public string? LastId { get; private set; }

    public HttpResponseHeaders Headers => _response.Headers;

    public string? ContentType => _response.Content.Headers.ContentType?.MediaType;

    /// <summary>Connects and reads the opening.</summary>
    public static async Task<EventReader> OpenAsync(HttpClient http, string? lastId = null, string key = TestDashboard.ProductionKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/events");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (lastId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastId);
        }

        var ct = TestContext.Current.CancellationToken;
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        Assert.Equal(200, (int)response.StatusCode);
        var reader = new EventReader(response, await response.Content.ReadAsStreamAsync(ct));
        var opening = await reader.ReadAsync();
        Assert.Equal("3000", opening!["retry"]);
        return reader;
    }

    /// <summary>The next block of fields; null at the end of the stream. A comment stands under the empty name.</summary>
    public async Task<Dictionary<string, string>?> ReadAsync()
    {
        var fields = new Dictionary<string, string>();
        while (await LineAsync() is { } line)
        {
            if (line.Length == 0)
            {
                LastId = fields.GetValueOrDefault("id", LastId!);
                return fields;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            fields.Add(line[..colon], line[(colon + 1)..].TrimStart());
        }

        Assert.Empty(fields);
        return null;
    }

    /// <summary>The data of the next event.</summary>
    public async Task<JsonElement> NextAsync()
    {
        var fields = await ReadAsync();
        Assert.NotNull(fields);
        Assert.Equal("integration-state-changed", fields["event"]);
        return JsonDocument.Parse(fields["data"]).RootElement;
    }

    // What never comes must not hold the tests up for ever.
    private Task<string?> LineAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        return _lines.ReadLineAsync(ct).AsTask().WaitAsync(TimeSpan.FromMinutes(2), ct);
    }

    /// <summary>Breaks the connection off.</summary>
    public void Dispose()
    {
        _lines.Dispose();
        _response.Dispose();
    }
}
