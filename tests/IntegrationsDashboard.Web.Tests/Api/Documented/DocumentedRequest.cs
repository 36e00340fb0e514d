using System.Net.Http.Headers;
using System.Text;

namespace IntegrationsDashboard.Web.Tests.Api.Documented;

/// <summary>A request, good or bad.</summary>
public sealed record DocumentedRequest
{
    public required string Method { get; init; }

    public required string Path { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string? ContentType { get; init; }

    public string? Body { get; init; }

    /// <summary>The body where it is no text.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>The whole header <c>Authorization</c>; null for none.</summary>
    public string? Authorization { get; init; } = $"Bearer {TestDashboard.ProductionKey}";

    public async Task<ApiAnswer> SendAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(new HttpMethod(Method), Path);
        foreach (var (name, value) in Headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        if (Authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        }

        if ((Bytes ?? (Body is null ? null : Encoding.UTF8.GetBytes(Body))) is { } bytes)
        {
            request.Content = new ByteArrayContent(bytes);
            if (ContentType is not null)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            }
        }

        var ct = TestContext.Current.CancellationToken;
        using var response = await http.SendAsync(request, ct);
        return new ApiAnswer(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(ct),
            response.Headers.Concat(response.Content.Headers).ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public override string ToString()
    {
        var text = $"{Method} {Path} [{string.Join("; ", Headers)}] {Authorization} {ContentType}\n{Body ?? (Bytes is null ? "" : Encoding.UTF8.GetString(Bytes))}";
        return text.Length > 2000 ? text[..2000] : text;
    }
}
