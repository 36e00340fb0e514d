using System.Net;
using Polly.Timeout;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>The one place that says whose matter a failed request is, and in which words.</summary>
internal static class ToolFailures
{
    /// <summary>A tool that is where no tool may be.</summary>
    public static string PrivateAddress(string host) =>
        $"{host} belongs to this machine or to a private network, to which nothing is sent. "
        + "Whoever runs the dashboard can allow it with the setting Syncing:AllowPrivateNetworks.";

    /// <summary>A redirect to another origin.</summary>
    public static string Redirected(Uri from, Uri target) =>
        $"{from.Authority} sends its visitors on to {target.GetLeftPart(UriPartial.Authority)}, which is not followed, so that the credentials stay "
        + "where they belong. If that is the right address, enter it.";

    /// <summary>Redirects without end.</summary>
    public static string RedirectedInCircles(Uri from) => $"{from.Authority} sends its visitors on again and again. Check the address.";

    /// <summary>The refusal of credentials.</summary>
    public static ConnectorException Refused(ToolDefinition tool, SignInMethod method, int status) => new(
        ConnectorFailure.Authentication,
        method.Id switch
        {
            "basic" => $"{tool.Label} refused the user name or the password ({status}). Check both and enter them here.",
            "api-key" => $"{tool.Label} refused the API key ({status}). Create a new key and enter it here.",
            "oauth2" => $"{tool.Label} refused the client id or the client secret ({status}). Create a new secret and enter it here.",
            _ => $"{tool.Label} refused the token ({status}). Create a new token and enter it here.",
        });

    /// <summary>What an answer other than success means; it is not for 401.</summary>
    public static ConnectorException FromStatus(ToolDefinition tool, Uri uri, int status, string? model)
    {
        var at = $"{tool.Label} at {uri.Authority}";
        return status switch
        {
            403 => new ConnectorException(
                ConnectorFailure.Permission,
                model is null
                    ? $"{tool.Label} accepts the credentials, but they may not read what is needed (403). Give them that permission in {tool.Label}."
                    : $"{tool.Label} accepts the credentials, but they may not read {model} (403). Give them that permission in {tool.Label}.",
                model),
            404 or 410 => Failure($"{at} has nothing under {uri.AbsolutePath} ({status}). Check the address."),
            429 => Failure($"{at} takes no more requests for now (429). Wait a while, or ask {tool.Label} for a higher limit."),
            >= 500 => Failure($"{at} has a problem of its own ({status}). Try again later; if it stays, tell {tool.Label}."),
            >= 300 and < 400 => Failure($"{at} sends its visitors elsewhere ({status}). Check the address."),
            _ => Failure($"{at} did not accept the request to {uri.AbsolutePath} ({status}). Check the address; if it is right, contact support."),
        };

        ConnectorException Failure(string message) => new(ConnectorFailure.Failure, message, model);
    }

    /// <summary>What it means that no answer came.</summary>
    public static ConnectorException FromException(ToolDefinition tool, Uri uri, Exception e, string? model)
    {
        if (Within(e) is { } known)
        {
            return new ConnectorException(known.Kind, known.Message, known.Model ?? model, e);
        }

        var at = $"{tool.Label} at {uri.Authority}";
        var message = e switch
        {
            TimeoutRejectedException => FormattableString.Invariant(
                $"{at} did not answer within {((TimeoutRejectedException)e).Timeout.TotalSeconds:0.#} seconds. Try again later."),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
                $"There is no {uri.Host} on the network, where {tool.Label} should be. Check the address.",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                $"The connection to {at} is not secure: its certificate is not valid for this address, or its encryption is not supported.",
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
                FormattableString.Invariant($"{at} gave an answer of more than {JournalHandler.LargestAnswer / 1024 / 1024} MB, which is too large."),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } =>
                $"{at} does not accept connections. Check the address, or try again later.",
            _ => $"{at} ended the connection without an answer. Try again later.",
        };
        return new ConnectorException(ConnectorFailure.Failure, message, model, e);
    }

    /// <summary>An answer that cannot be used.</summary>
    public static ConnectorException Unusable(ToolDefinition tool, Uri uri, string why, string? model, Exception? e = null) =>
        new(ConnectorFailure.Failure, $"{tool.Label} at {uri.Authority} gave an answer that cannot be used: {why}.", model, e);

    /// <summary>The connector's own exception that a failure of the network wraps; null where there is none.</summary>
    public static ConnectorException? Within(Exception? e) =>
        e is null or ConnectorException ? e as ConnectorException : Within(e.InnerException);

    /// <summary>Whether an answer is a success.</summary>
    public static bool IsSuccess(int status) => status is >= (int)HttpStatusCode.OK and < (int)HttpStatusCode.MultipleChoices;
}
