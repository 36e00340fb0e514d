using System.Diagnostics;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>Reads each answer whole, within a limit, and writes each attempt to the journal.</summary>
internal sealed class JournalHandler(Redactor redactor, ISyncJournal journal) : DelegatingHandler
{
    /// <summary>How large an answer may be, in bytes, unpacked.</summary>
    public const int LargestAnswer = 50 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A token that was fetched on the way is as secret as the credentials it came from.
        redactor.Learn(request.Headers.Authorization?.Parameter);
        var sent = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var start = Stopwatch.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            try
            {
                await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
            }
            catch
            {
                response.Dispose();
                throw;
            }

            var status = (int)response.StatusCode;
            Write(request, start, status, FormattableString.Invariant($"{status}"), sent, await ReadTextAsync(response.Content, cancellationToken));
            return response;
        }
        catch (Exception e) when (e is not ConnectorException)
        {
            Write(request, start, null, "no answer", sent, null);
            throw;
        }
    }

    // Only as much as the journal keeps: an answer may be large. The buffered bytes stay for whoever asked.
    private static async Task<string?> ReadTextAsync(HttpContent content, CancellationToken ct)
    {
        using var reader = new StreamReader(await content.ReadAsStreamAsync(ct), leaveOpen: true);
        var text = new char[(int)Math.Min(content.Headers.ContentLength ?? int.MaxValue, Redactor.LongestBody * 2)];
        var length = await reader.ReadBlockAsync(text, ct);
        return new string(text, 0, length);
    }

    private void Write(HttpRequestMessage request, long start, int? status, string outcome, string? sent, string? got)
    {
        var uri = request.RequestUri!;
        var exchange = new HttpExchange(
            request.Method.Method,
            redactor.Address(uri, pathOnly: false),
            status,
            (int)Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        journal.Add(
            LogEntryLevel.Info,
            $"{request.Method.Method} {redactor.Address(uri, pathOnly: true)} → {outcome}",
            request.Options.TryGetValue(ConnectorHttpFactory.Model, out var model) ? model : null,
            exchange,
            redactor.Body(sent),
            redactor.Body(got));
    }
}
