using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Syncing.Connectors.Http;

namespace IntegrationsDashboard.Syncing.Connecting;

/// <summary>Tries an address and credentials against a tool.</summary>
public sealed class CredentialCheck(ToolRegistry tools, SyncingOptions options, TimeProvider time)
{
    // Somebody waits in front of the page: fewer attempts than a sync makes, and an end to them.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ConnectorHttpFactory _quick = new(options with { Retries = Math.Min(options.Retries, 1) });

    /// <summary>Tries them.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="address">Its address as it was entered.</param>
    /// <param name="credentials">The credentials by field.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<CheckOutcome> TryAsync(
        ToolDefinition tool, string address, IReadOnlyDictionary<string, string> credentials, CancellationToken ct = default)
    {
        var journal = new CheckJournal(time);
        string? explanation = null;
        if (ReadAddress(address) is not { } uri)
        {
            explanation = "The address has to begin with https:// (or http://) and name a host, such as https://api.example.com.";
        }
        else
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(Limit);
            using var client = _quick.Create(credentials.Secrets(), journal);
            try
            {
                await tools.ConnectorOf(tool).CheckAsync(new ConnectorContext(tool, uri, credentials, client, journal, time), limit.Token);
            }
            catch (ConnectorException exception)
            {
                explanation = exception.Message;
            }
            catch (Exception exception) when (exception is FormatException or InvalidOperationException)
            {
                explanation = "These credentials hold a character that cannot be sent to the tool. Check that they were copied whole and without line breaks.";
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                explanation = $"{uri.Authority} did not answer within {Limit.TotalSeconds:0} seconds. Check the address, or try again later.";
            }
        }

        if (explanation is not null)
        {
            journal.Add(LogEntryLevel.Error, explanation);
        }

        return new CheckOutcome(explanation, journal.Entries);
    }

    /// <summary>The address that a text writes; null where it writes none over HTTP.</summary>
    public static Uri? ReadAddress(string address) =>
        Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri is { UserInfo: "", Host.Length: > 0 }
            ? uri
            : null;
}
