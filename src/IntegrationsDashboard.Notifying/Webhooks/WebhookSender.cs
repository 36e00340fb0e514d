using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using IntegrationsDashboard.Notifying.Resources;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Notifying.Webhooks;

/// <summary>Makes one attempt to deliver a message and says what follows from how it went.</summary>
/// <param name="handler">Opens the connections. Follows no redirects and keeps away from networks that are none of the receiver's business.</param>
/// <param name="secrets">Reads what to sign with.</param>
/// <param name="options">How long an answer may take.</param>
/// <param name="time">The clock.</param>
[SuppressMessage("Reliability", "CA2000", Justification = "The invoker disposes of the handler.")]
public sealed class WebhookSender(HttpMessageHandler handler, WebhookSecrets secrets, NotifyingOptions options, TimeProvider time) : IDisposable
{
    /// <summary>How much of an answer is kept, in characters.</summary>
    public const int KeptCharacters = 2_000;

    private readonly HttpMessageInvoker _http = new(handler);

    /// <summary>Sends it, and waits for the answer as long as the time limit lets.</summary>
    /// <param name="delivery">What to send.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="OperationCanceledException">
    /// It was broken off: nobody knows whether it arrived. Or it was not sent at all, because the lease would end before an answer has to be
    /// there, and two processes must not send at the same time.
    /// </exception>
    public async Task<AttemptOutcome> SendAsync(ClaimedDelivery delivery, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var at = time.GetUtcNow();
        var began = time.GetTimestamp();
        if (at + options.TimeLimit > delivery.LeaseUntil)
        {
            throw new OperationCanceledException("The lease leaves no time to send this.");
        }

        HttpStatusCode? status = null;
        TimeSpan? retryAfter = null;
        string? text = null;
        string? error = null;
        IReadOnlyList<KeyValuePair<string, string>> headers = [];
        using var limit = new CancellationTokenSource(options.TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            headers =
            [
                .. WebhookSignature.Headers(delivery.MessageId, at, delivery.Payload, delivery.ProtectedSecrets.Select(secrets.Unprotect)),
                new("content-type", "application/json"),
                new("user-agent", "IntegrationsDashboard"),
            ];
            using var request = Request(delivery, headers);
            using var response = await _http.SendAsync(request, either.Token);
            status = response.StatusCode;
            retryAfter = RetryPauses.Asked(response.Headers.RetryAfter, time.GetUtcNow());
            text = await BeginningAsync(response, either.Token);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            // Whatever it was, the delivery must come to an end some day. Once there is a status, it counts, even where the rest of the
            // answer did not come.
            error = status is null ? Words(exception, delivery) : null;
        }

        var attempt = new DeliveryAttempt
        {
            DeliveryId = delivery.Id,
            At = at,
            DurationMs = (int)time.GetElapsedTime(began).TotalMilliseconds,
            RequestHeaders = string.Join('\n', headers.Select(header => $"{header.Key}: {header.Value}")),
            Status = (int?)status,
            Response = text,
            Error = error,
        };
        return Judge(attempt, delivery.Attempts + 1, retryAfter);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private AttemptOutcome Judge(DeliveryAttempt attempt, int attempts, TimeSpan? retryAfter) => attempt.Status switch
    {
        >= 200 and < 300 => new AttemptOutcome(attempt, DeliveryState.Delivered),
        (int)HttpStatusCode.Gone => new AttemptOutcome(attempt, DeliveryState.GivenUp, IsGone: true),
        _ => RetryPauses.After(attempts, retryAfter) is { } pause
            ? new AttemptOutcome(attempt, DeliveryState.Pending, time.GetUtcNow() + pause)
            : new AttemptOutcome(attempt, DeliveryState.GivenUp),
    };

    private static HttpRequestMessage Request(ClaimedDelivery delivery, IEnumerable<KeyValuePair<string, string>> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Payload)) };
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    // Reads no more than is kept: a receiver that answers for ever must not be listened to for ever.
    private static async Task<string?> BeginningAsync(HttpResponseMessage response, CancellationToken ct)
    {
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        using var reader = new StreamReader(body, Encoding.UTF8);
        var kept = new char[KeptCharacters];
        var length = 0;
        try
        {
            while (length < kept.Length && await reader.ReadAsync(kept.AsMemory(length), ct) is > 0 and var read)
            {
                length += read;
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // What came is kept.
        }

        // The store keeps texts, and a text has no half characters and no end within.
        var end = length > 0 && char.IsHighSurrogate(kept[length - 1]) ? length - 1 : length;
        return end == 0 ? null : new string(kept, 0, end).Replace('\0', '\uFFFD');
    }

    private string Words(Exception exception, ClaimedDelivery delivery)
    {
        var host = new Uri(delivery.Url).Authority;
        return exception switch
        {
            OperationCanceledException =>
                WebhookResources.TimedOut(host, options.TimeLimit.TotalSeconds.ToString("0.#", CultureInfo.CurrentCulture)),
            CryptographicException => WebhookResources.SecretLost,
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => WebhookResources.NameNotFound(host),
            HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } =>
                WebhookResources.NameNotFound(host),
            HttpRequestException { InnerException: AuthenticationException } => WebhookResources.NotSecure(host),
            HttpRequestException { InnerException: SocketException socket } => WebhookResources.NotConnected(host, socket.Message),
            HttpRequestException { InnerException: { } refusal and not IOException } => refusal.Message,
            HttpRequestException or IOException => WebhookResources.BrokenOff(host),
            _ => WebhookResources.NotSent(host, exception.Message),
        };
    }
}
