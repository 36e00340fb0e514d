using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>Signs requests with the credentials, in the way that they name.</summary>
internal sealed class SignIn(ConnectorContext context)
{
    private string? _token;

    /// <summary>Whether a refusal may come from a token that has expired and can be had anew.</summary>
    public bool CanRenew => Method == SignInMethods.OAuth2.Id;

    private string Method => context.Credentials.GetValueOrDefault(SignInMethod.Key, SignInMethods.Bearer.Id);

    /// <summary>Adds what the tool wants to see.</summary>
    /// <param name="request">The request.</param>
    /// <param name="at">Makes an address below the tool's own.</param>
    /// <param name="renew">Whether the token at hand was refused.</param>
    /// <param name="ct">Calls it off.</param>
    /// <exception cref="ConnectorException">No token could be had.</exception>
    public async ValueTask ApplyAsync(
        HttpRequestMessage request, Func<string, IEnumerable<(string Name, string Value)>, Uri> at, bool renew, CancellationToken ct)
    {
        if (Method == SignInMethods.Bearer.Id)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Field("token"));
        }
        else if (Method == SignInMethods.Basic.Id)
        {
            request.Headers.Authorization = Basic(Field("username"), Field("password"));
        }
        else if (Method == SignInMethods.ApiKey.Id)
        {
            request.Headers.TryAddWithoutValidation(context.Tool.HttpJson?.ApiKeyHeader ?? "X-Api-Key", Field("key"));
        }
        else
        {
            _token = renew ? null : _token;
            _token ??= await FetchTokenAsync(at(context.Tool.HttpJson?.TokenPath ?? "oauth/token", []), ct);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        }
    }

    private string Field(string id) => context.Credentials.TryGetValue(id, out var value) && value.Length > 0
        ? value
        : throw new ConnectorException(ConnectorFailure.Authentication, $"The credentials lack the field {id}. Enter them anew.");

    private static AuthenticationHeaderValue Basic(string user, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

    // RFC 6749, section 4.4; its errors, section 5.2.
    private async Task<string> FetchTokenAsync(Uri address, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        request.Headers.Authorization = Basic(
            Uri.EscapeDataString(Field("client_id")), Uri.EscapeDataString(Field("client_secret")));
        using var response = await ToolApi.SendAsync(context, request, null, ct);
        JsonNode? answer = null;
        try
        {
            answer = await JsonNode.ParseAsync(await response.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
        }
        catch (JsonException)
        {
            // An answer without a body that can be read is told apart by its status.
        }

        var fields = answer as JsonObject;
        if (response.IsSuccessStatusCode && fields?["access_token"]?.ToString() is { Length: > 0 } token)
        {
            return token;
        }

        var error = fields?["error"]?.ToString();
        throw error is "invalid_client" or "invalid_grant" or "unauthorized_client" || response.StatusCode == HttpStatusCode.Unauthorized
            ? new ConnectorException(ConnectorFailure.Authentication, $"{context.Tool.Label} refused the client's id or secret ({error ?? "401"}). They have to be renewed.")
            : new ConnectorException(ConnectorFailure.Failure, $"{context.Tool.Label} gave no access token: it answered {(int)response.StatusCode}{(error is null ? "" : $" ({error})")}.");
    }
}
