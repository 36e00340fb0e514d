using System.Diagnostics;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>Writes every attempt at a request into the journal, without secrets, with its status and duration.</summary>
internal sealed class JournalHandler(ISyncJournal journal, Redactor redactor, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The request's option that names the model it is about.</summary>
    public static readonly HttpRequestOptionsKey<string> Model = new("model");

    /// <summary>More of an answer than this is not read.</summary>
    public const int MostBytes = 50 * 1024 * 1024;

    // More of a body than this is of no use to a reader.
    private const int MostCharacters = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var sent = request.Content is null ? null : Shorten(await request.Content.ReadAsStringAsync(cancellationToken));
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            var received = Shorten(await response.Content.ReadAsStringAsync(cancellationToken));
            Write(request, began, (int)response.StatusCode, $"answered {(int)response.StatusCode}", sent, received);
            return response;
        }
        catch (Exception exception)
        {
            var reason = cancellationToken.IsCancellationRequested ? "was broken off" : $"got no answer: {Innermost(exception).Message}";
            Write(request, began, null, reason, sent, null);
            throw;
        }
    }

    private static Exception Innermost(Exception exception) => exception.GetBaseException();

    private void Write(HttpRequestMessage request, long began, int? status, string outcome, string? sent, string? received)
    {
        var url = redactor.Redact(request.RequestUri!.AbsoluteUri);
        request.Options.TryGetValue(Model, out var model);
        journal.Add(
            LogEntryLevel.Info,
            redactor.Redact($"{request.Method} {request.RequestUri.PathAndQuery} {outcome}"),
            model,
            new HttpExchange(request.Method.Method, url, status, (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds),
            sent,
            received);
    }

    private string? Shorten(string body) => body.Length == 0 ? null
        : redactor.Redact(body) is var clean && clean.Length > MostCharacters ? $"{clean[..MostCharacters]}…" : clean;
}
