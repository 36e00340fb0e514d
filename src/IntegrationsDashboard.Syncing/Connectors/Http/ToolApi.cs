using System.Net;
using System.Security.Authentication;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polly.Timeout;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>Asks a tool for JSON. The one place that says what each way of failing means.</summary>
internal sealed class ToolApi(ConnectorContext context)
{
    private readonly Uri _base = new(context.Address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
    private readonly SignIn _signIn = new(context);

    private string Label => context.Tool.Label;

    /// <summary>The address of a path below the tool's own.</summary>
    public Uri At(string path, params IEnumerable<(string Name, string Value)> query)
    {
        var address = new Uri(_base, path.TrimStart('/'));
        var pairs = string.Join('&', query.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"));
        return pairs.Length == 0 ? address : new Uri($"{address}{(address.Query.Length == 0 ? '?' : '&')}{pairs}");
    }

    /// <summary>Reads an address; null where the tool says there is nothing (404) and <paramref name="mayLack"/> allows it.</summary>
    /// <exception cref="ConnectorException">It could not be read.</exception>
    public async Task<ToolAnswer?> GetAsync(Uri address, string? model, CancellationToken ct, bool mayLack = false)
    {
        if (address.Authority != _base.Authority || address.Scheme != _base.Scheme)
        {
            throw Failed($"{Label} leads on to another address, {address.Authority}, to which its credentials are not sent.", model);
        }

        using var response = await SendAsync(address, model, renew: false, ct);
        if (response.StatusCode == HttpStatusCode.Unauthorized && _signIn.CanRenew)
        {
            using var second = await SendAsync(address, model, renew: true, ct);
            return await ReadAsync(second, address, model, mayLack, ct);
        }

        return await ReadAsync(response, address, model, mayLack, ct);
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, string? model, bool renew, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("application/json, application/scim+json");
        if (model is not null)
        {
            request.Options.Set(JournalHandler.Model, model);
        }

        await _signIn.ApplyAsync(request, At, renew, ct);
        return await SendAsync(context, request, model, ct);
    }

    /// <summary>Sends a request and turns a missing answer into the reason for it.</summary>
    internal static async Task<HttpResponseMessage> SendAsync(
        ConnectorContext context, HttpRequestMessage request, string? model, CancellationToken ct)
    {
        var host = request.RequestUri!.Authority;
        try
        {
            return await context.Http.SendAsync(request, ct);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new ConnectorException(ConnectorFailure.Failure, $"{host} did not answer in time.", model, exception);
        }
        catch (HttpRequestException exception) when (!ct.IsCancellationRequested)
        {
            throw exception.GetBaseException() as ConnectorException
                ?? new ConnectorException(ConnectorFailure.Failure, NoAnswer(host, exception), model, exception);
        }
    }

    private static string NoAnswer(string host, HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => $"The name {host} leads to no address. Check how the address is written.",
        HttpRequestError.SecureConnectionError or _ when exception.GetBaseException() is AuthenticationException =>
            $"No secure connection to {host} came about: its certificate cannot be trusted.",
        HttpRequestError.ConnectionError => $"{host} cannot be reached.",
        HttpRequestError.ConfigurationLimitExceeded => $"{host} answered with more than {JournalHandler.MostBytes / 1024 / 1024} MB at once.",
        _ => $"{host} broke off the connection.",
    };

    private async Task<ToolAnswer?> ReadAsync(HttpResponseMessage response, Uri address, string? model, bool mayLack, CancellationToken ct)
    {
        var status = (int)response.StatusCode;
        switch (status)
        {
            case 401:
                throw new ConnectorException(ConnectorFailure.Authentication, $"{Label} refused the credentials (401). They have to be renewed.", model);
            case 403:
                throw new ConnectorException(
                    ConnectorFailure.Permission,
                    model is null
                        ? $"{Label} accepts the credentials, but does not let them read (403). Give them the permission to."
                        : $"The credentials may not read {model} in {Label} (403). Give them the permission, or leave {model} out.",
                    model);
            case 404 when mayLack:
                return null;
            case 404:
                throw Failed($"{Label} has nothing at {address.AbsolutePath} (404). Check the address.", model);
            case 429:
                throw Failed($"{Label} still refused further requests (429) after waiting.", model);
            case >= 300 and < 400:
                throw Failed($"{Label} redirects to {response.Headers.Location?.ToString() ?? "elsewhere"}; redirects are not followed. Enter that address if it is right.", model);
            case >= 500:
                throw Failed($"{Label} answered {status} for {address.AbsolutePath}.", model);
            case < 200 or >= 400:
                throw Failed($"{Label} refused the request for {address.AbsolutePath} ({status}).", model);
        }

        try
        {
            var json = await JsonNode.ParseAsync(await response.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
            return new ToolAnswer(json ?? throw Failed($"{Label} answered {address.AbsolutePath} with nothing.", model), response.Headers);
        }
        catch (JsonException exception)
        {
            throw new ConnectorException(ConnectorFailure.Failure, $"{Label} answered {address.AbsolutePath} with something that is not JSON.", model, exception);
        }
    }

    private static ConnectorException Failed(string message, string? model) => new(ConnectorFailure.Failure, message, model);
}
