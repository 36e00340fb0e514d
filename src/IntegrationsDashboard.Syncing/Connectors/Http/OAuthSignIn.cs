using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>Signs in by OAuth 2.0 client credentials (RFC 6749, section 4.4); the token serves until it expires or is refused.</summary>
internal sealed class OAuthSignIn(
    ConnectorContext context,
    SignInMethod method,
    string tokenPath,
    string clientId,
    string clientSecret,
    string? scope) : SignIn(method)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private string? _token;
    private DateTimeOffset _expires;
    private bool _isFresh;

    public override async ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken ct)
    {
        if (_token is null || context.Time.GetUtcNow() >= _expires)
        {
            await FetchAsync(ct);
            _isFresh = true;
        }
        else
        {
            _isFresh = false;
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
    }

    // A token that was fetched for the very request it was refused for will not get better.
    public override bool Renew()
    {
        _token = null;
        return !_isFresh;
    }

    private async Task FetchAsync(CancellationToken ct)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };
        if (!string.IsNullOrWhiteSpace(scope))
        {
            form["scope"] = scope;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, ToolClient.Relative(ToolClient.Base(context), tokenPath));
        request.Content = new FormUrlEncodedContent(form);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(clientId)}:{Uri.EscapeDataString(clientSecret)}")));
        request.Options.Set(ConnectorHttpFactory.MayRepeat, true);
        var answer = await ToolClient.SendAsync(context, request, null, ct);
        if (answer.Status == 401
            || (answer.Status is 400 or 403 && answer.Find("error") is "invalid_grant" or "invalid_client" or "unauthorized_client"))
        {
            throw ToolFailures.Refused(context.Tool, Method, answer.Status);
        }

        var token = answer.Json() as JsonObject;
        _token = token?["access_token"] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0
            ? text
            : throw ToolFailures.Unusable(context.Tool, request.RequestUri!, "it should hold a token and holds none", null);
        var seconds = token["expires_in"] is JsonValue life && life.TryGetValue<double>(out var number) ? number : 3600;
        _expires = context.Time.GetUtcNow() + TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86400)) - Margin;
    }
}
