namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>Follows redirects within the same origin, and no others: credentials never leave the address they were entered for.</summary>
internal sealed class RedirectHandler : DelegatingHandler
{
    private const int Longest = 5;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        for (var step = 0; Target(response) is { } target; step++)
        {
            response.Dispose();
            var from = request.RequestUri!;
            if (!IsSameOrigin(from, target))
            {
                throw new ConnectorException(ConnectorFailure.Failure, ToolFailures.Redirected(from, target));
            }

            if (step == Longest)
            {
                throw new ConnectorException(ConnectorFailure.Failure, ToolFailures.RedirectedInCircles(from));
            }

            var next = new HttpRequestMessage(HttpMethod.Get, target) { Version = request.Version };
            foreach (var (name, values) in request.Headers)
            {
                next.Headers.TryAddWithoutValidation(name, values);
            }

            foreach (var option in (IDictionary<string, object?>)request.Options)
            {
                ((IDictionary<string, object?>)next.Options)[option.Key] = option.Value;
            }

            response = await base.SendAsync(next, cancellationToken);
        }

        return response;
    }

    /// <summary>Whether two addresses share scheme, host and port.</summary>
    public static bool IsSameOrigin(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static Uri? Target(HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308
        && response.RequestMessage is { Method.Method: "GET", RequestUri: { } from }
        && response.Headers.Location is { } location
            ? new Uri(from, location)
            : null;
}
