using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>Makes what connectors send requests with.</summary>
/// <param name="options">The limits.</param>
public sealed class ConnectorHttpFactory(SyncingOptions options)
{
    // A tool that asks for a longer wait than this is tried again no later.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly AddressGuard _guard = new(options);

    /// <summary>
    /// A client for one check or sync. It refuses private networks, follows no redirect, tries again what may pass, and writes each
    /// attempt to the journal. Whoever asked for it disposes of it.
    /// </summary>
    /// <param name="secrets">What must never reach the journal.</param>
    /// <param name="journal">Where each attempt is written.</param>
    public HttpClient Create(IEnumerable<string> secrets, ISyncJournal journal)
    {
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = _guard.ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        var journaled = new JournalHandler(journal, new Redactor(secrets), sockets);
        return new HttpClient(new ResilienceHandler(Pipeline()) { InnerHandler = journaled }) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private ResiliencePipeline<HttpResponseMessage> Pipeline()
    {
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>();
        if (options.Retries > 0)
        {
            pipeline.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                MaxDelay = LongestWait,
                ShouldHandle = attempt => ValueTask.FromResult(MayPass(attempt.Outcome)),
                DelayGenerator = attempt => ValueTask.FromResult(AskedFor(attempt.Outcome.Result)),
            });
        }

        return pipeline.AddTimeout(options.RequestTimeout).Build();
    }

    private static bool MayPass(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: TimeoutRejectedException } => true,
        { Exception: HttpRequestException { HttpRequestError: not HttpRequestError.SecureConnectionError } failure } =>
            failure.GetBaseException() is not ConnectorException,
        { Result: { } answer } => (int)answer.StatusCode >= 500
            || answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests,
        _ => false,
    };

    private static TimeSpan? AskedFor(HttpResponseMessage? answer)
    {
        var wait = answer?.Headers.RetryAfter is { } asked ? asked.Delta ?? asked.Date - DateTimeOffset.UtcNow : null;
        return wait is { } time ? time < TimeSpan.Zero ? TimeSpan.Zero : time > LongestWait ? LongestWait : time : null;
    }
}
