using System.Net.Http.Headers;
using Polly.Timeout;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>Asks a tool during one check or sync: signs in, sends, and says in plain words why no answer came.</summary>
/// <param name="context">What it works with.</param>
/// <param name="signIn">Puts the credentials on each request.</param>
/// <param name="accept">The kinds of answers that can be read, the best first.</param>
internal sealed class ToolClient(ConnectorContext context, SignIn signIn, params string[] accept)
{
    private readonly Uri _base = Base(context);

    public ToolDefinition Tool => context.Tool;

    /// <summary>The address of a path, relative to the tool's.</summary>
    public Uri At(string path, IEnumerable<KeyValuePair<string, string>>? query = null)
    {
        var uri = Relative(_base, path);
        var pairs = string.Join('&', (query ?? []).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        return pairs.Length == 0 ? uri : new UriBuilder(uri) { Query = uri.Query.Length > 1 ? $"{uri.Query[1..]}&{pairs}" : pairs }.Uri;
    }

    /// <summary>Asks for an address. Any answer comes back but a refusal of the credentials.</summary>
    /// <exception cref="ConnectorException">There was no answer, or the credentials were refused.</exception>
    public async Task<ToolAnswer> GetAsync(Uri uri, string? model, CancellationToken ct)
    {
        var answer = await SendOnceAsync(uri, model, ct);
        if (answer.Status == 401 && signIn.Renew())
        {
            answer = await SendOnceAsync(uri, model, ct);
        }

        return answer.Status == 401 ? throw ToolFailures.Refused(context.Tool, signIn.Method, 401) : answer;
    }

    /// <summary>Sends a request as it is, without signing in.</summary>
    /// <exception cref="ConnectorException">There was no answer.</exception>
    public static async Task<ToolAnswer> SendAsync(ConnectorContext context, HttpRequestMessage request, string? model, CancellationToken ct)
    {
        var uri = request.RequestUri!;
        request.Options.Set(ConnectorHttpFactory.Model, model);
        try
        {
            using var response = await context.Http.SendAsync(request, ct);
            return new ToolAnswer(
                context.Tool,
                uri,
                model,
                (int)response.StatusCode,
                await response.Content.ReadAsByteArrayAsync(ct),
                response.Headers.TryGetValues("Link", out var links) ? [.. links] : []);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException or ConnectorException)
        {
            throw ToolFailures.FromException(context.Tool, uri, e, model);
        }
    }

    /// <summary>The tool's address as one that paths can be added to.</summary>
    /// <exception cref="ConnectorException">It is not one of the web.</exception>
    public static Uri Base(ConnectorContext context)
    {
        var address = context.Address;
        return address is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "" }
            ? new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/")
            : throw new ConnectorException(
                ConnectorFailure.Failure,
                $"The address of {context.Tool.Label} has to start with https:// (or http://) and hold no user name or password.");
    }

    /// <summary>A path under a base.</summary>
    public static Uri Relative(Uri address, string path) => new(address, path.TrimStart('/'));

    private async Task<ToolAnswer> SendOnceAsync(Uri uri, string? model, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        foreach (var kind in accept)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(kind));
        }

        await signIn.ApplyAsync(request, ct);
        return await SendAsync(context, request, model, ct);
    }
}
