using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>
/// Makes the client through which one check or sync talks to its tool: it keeps away from private networks, tries again what failed
/// for a passing reason, and writes every attempt to the journal without secrets.
/// </summary>
/// <param name="options">How long requests take, how often they are tried again, and whether private networks are allowed.</param>
public sealed class ConnectorHttpFactory(SyncingOptions options)
{
    /// <summary>The model that a request is about, for the journal.</summary>
    internal static readonly HttpRequestOptionsKey<string?> Model = new("IntegrationsDashboard.Model");

    /// <summary>Whether a request that is no GET may be sent again.</summary>
    internal static readonly HttpRequestOptionsKey<bool> MayRepeat = new("IntegrationsDashboard.MayRepeat");

    /// <summary>How long a tool may make us wait by <c>Retry-After</c>, and how long a wait is at the most.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Makes a client. Dispose it when the check or the sync has ended.</summary>
    /// <param name="secrets">What must not appear in the journal; values of fewer than 4 characters are too common to be taken out.</param>
    /// <param name="journal">Takes a line for each attempt.</param>
    public HttpClient Create(IEnumerable<string> secrets, ISyncJournal journal)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        ArgumentNullException.ThrowIfNull(journal);
        var journaled = new JournalHandler(new Redactor(secrets), journal) { InnerHandler = GuardedHandler() };
        var redirected = new RedirectHandler { InnerHandler = journaled };
        var handler = new ResilienceHandler(Pipeline(journal)) { InnerHandler = redirected };
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("IntegrationsDashboard");
        return client;
    }

    /// <summary>
    /// Makes a handler that keeps away from private networks as far as the settings do not allow them, follows no redirect and keeps no
    /// cookies. A connection that is refused ends with an <see cref="HttpRequestException"/> around a <see cref="ConnectorException"/>.
    /// </summary>
    public SocketsHttpHandler GuardedHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        // A proxy would resolve names by itself, past the guard.
        UseProxy = false,
        ConnectCallback = (context, ct) => AddressGuard.ConnectAsync(
            context.DnsEndPoint, options.Allows(context.DnsEndPoint.Host, context.DnsEndPoint.Port), ct),
    };

    // The network keeps the time of the world, so the pipeline's waits and time limits do as well.
    private ResiliencePipeline<HttpResponseMessage> Pipeline(ISyncJournal journal)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage>();
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                MaxDelay = LongestWait,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = args => ValueTask.FromResult(
                    args.Context.GetRequestMessage() is { } request && IsRepeatable(request) && IsPassing(args.Outcome)),
                DelayGenerator = args => ValueTask.FromResult(RetryAfter(args.Outcome.Result)),
                OnRetry = args =>
                {
                    var request = args.Context.GetRequestMessage();
                    var model = request is not null && request.Options.TryGetValue(Model, out var value) ? value : null;
                    var wait = Math.Round(args.RetryDelay.TotalSeconds, 1);
                    // Not a warning: if the next attempt works, nothing was wrong.
                    journal.Add(
                        Store.Model.LogEntryLevel.Info,
                        FormattableString.Invariant($"Trying again in {wait} s, attempt {args.AttemptNumber + 2} of {options.Retries + 1}."),
                        model);
                    return ValueTask.CompletedTask;
                },
            });
        }

        return builder.AddTimeout(options.RequestTimeout).Build();
    }

    private static bool IsRepeatable(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get || (request.Options.TryGetValue(MayRepeat, out var may) && may);

    private static bool IsPassing(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        // 501: the tool cannot do it, now or later.
        { Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests } => true,
        { Result.StatusCode: HttpStatusCode.NotImplemented } => false,
        { Result.StatusCode: >= HttpStatusCode.InternalServerError } => true,
        { Exception: TimeoutRejectedException } => true,
        { Exception: HttpRequestException e } => e.HttpRequestError
            is not (HttpRequestError.SecureConnectionError or HttpRequestError.ConfigurationLimitExceeded)
            && ToolFailures.Within(e) is null,
        _ => false,
    };

    private static TimeSpan? RetryAfter(HttpResponseMessage? response)
    {
        var asked = response?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - TimeProvider.System.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return asked is { } wait ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks)) : null;
    }
}
