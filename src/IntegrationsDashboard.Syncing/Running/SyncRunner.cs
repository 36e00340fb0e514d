using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Syncing.Connectors.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Syncing.Running;

/// <summary>Runs one sync from the moment it was claimed to its end.</summary>
public sealed class SyncRunner(
    Ledger ledger,
    ChangeFeed feed,
    ToolRegistry tools,
    CredentialVault vault,
    ConnectorHttpFactory http,
    SyncingOptions options,
    TimeProvider time,
    ILogger<SyncRunner> logger)
{
    // How long a line of the log waits at the most until it shows.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Runs a sync and records how it ended. One that is called off ends without another word: whoever did so has recorded it.
    /// </summary>
    /// <param name="sync">The sync.</param>
    /// <param name="stop">Calls it off.</param>
    public async Task RunAsync(ClaimedSync sync, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(sync);
        using var callOff = new CallOff(ledger, feed, sync, stop);
        using var limit = new CancellationTokenSource(options.TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(callOff.Token, limit.Token);
        using var book = new SyncBook(ledger, sync, time);
        using var pace = new CancellationTokenSource();
        var keepingPace = KeepPaceAsync(book, callOff, pace.Token);
        try
        {
            var end = await ReadToEndAsync(sync, book, callOff.Token, limit.Token, either.Token);
            await pace.CancelAsync();
            await keepingPace;
            await book.FinishAsync(end);
        }
        catch (SyncCalledOffException)
        {
        }
        catch (OperationCanceledException) when (callOff.Token.IsCancellationRequested)
        {
        }
        finally
        {
            await pace.CancelAsync();
            await keepingPace;
        }
    }

    private async Task<SyncEnd> ReadToEndAsync(
        ClaimedSync sync, SyncBook book, CancellationToken calledOff, CancellationToken limit, CancellationToken either)
    {
        try
        {
            var facets = await ReadAsync(sync, book, either);
            return new SyncEnd(book.HasWarnings ? SyncState.PartiallyFailed : SyncState.Succeeded, null, [], facets);
        }
        catch (SyncCalledOffException)
        {
            throw;
        }
        catch (Exception) when (calledOff.IsCancellationRequested)
        {
            throw new SyncCalledOffException(sync.SyncId);
        }
        catch (Exception) when (limit.IsCancellationRequested)
        {
            var minutes = options.TimeLimit.TotalMinutes.ToString("0.##", CultureInfo.InvariantCulture);
            return Ended(SyncState.TimedOut, $"The sync took longer than the {minutes} minutes that it may take, and was stopped.");
        }
        catch (ConnectorException exception)
        {
            var state = exception.Kind == ConnectorFailure.Authentication ? SyncState.AuthenticationFailed : SyncState.Failed;
            return Ended(state, exception.Message, exception.Model);
        }
        catch (CryptographicException exception)
        {
            logger.LogError(exception, "The credentials of {Integration} cannot be decrypted.", sync.IntegrationId);
            return Ended(SyncState.AuthenticationFailed, "The stored credentials can no longer be read. Reconnect to enter them again.");
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The sync {Sync} of {Integration} failed.", sync.SyncId, sync.IntegrationId);
            return Ended(SyncState.Failed, "The sync stopped at a fault of the dashboard itself. Whoever runs it finds the cause in its log.");
        }

        SyncEnd Ended(SyncState state, string message, string? model = null)
        {
            book.Add(LogEntryLevel.Error, message, model);
            return new SyncEnd(state, message, []);
        }
    }

    private async Task<IReadOnlyList<Facet>?> ReadAsync(ClaimedSync sync, SyncBook book, CancellationToken ct)
    {
        var tool = tools.Find(sync.Tool)
            ?? throw new ConnectorException(
                ConnectorFailure.Failure, $"The tool \"{sync.Tool}\" cannot be connected any more. Add it to the settings again, or delete the integration.");
        var connector = tools.ConnectorOf(tool);
        var described = connector.Describe(tool).Models;
        var setsUp = sync.Purpose == SyncPurpose.SetUp;
        var filters = setsUp ? SyncFilters.None : sync.Filters;
        var models = described.Where(model => !filters.ExcludedModels.Contains(model.Id)).ToDictionary(model => model.Id);
        foreach (var model in models.Keys)
        {
            book.Count(model);
        }

        var address = new Uri(sync.Address);
        book.Add(LogEntryLevel.Info, $"Reading {(models.Count == 0 ? "nothing" : string.Join(", ", models.Keys))} from {address.Host}.");
        var credentials = vault.Unprotect(sync.ProtectedCredentials);
        using var client = http.Create(credentials.Secrets(), book);
        var context = new ConnectorContext(tool, address, credentials, client, book, time);
        var order = new SyncOrder([.. models.Keys], filters, sync.ChangedSince);

        // Whatever reads everything also tells what filters can be chosen from now.
        var facets = setsUp || (sync.Type == SyncType.Full && models.Count == described.Count) ? new FacetCounter() : null;
        await foreach (var item in connector.SyncAsync(context, order, ct).WithCancellation(ct))
        {
            ct.ThrowIfCancellationRequested();
            switch (item)
            {
                case WarningFound warning:
                    book.Warn(warning);
                    break;
                case RecordFound found when models.TryGetValue(found.Model, out var model):
                    var values = FieldValues.Of(found.Data, model.FilterFields);
                    facets?.Add(model.Id, values);
                    if (setsUp)
                    {
                        book.Count(model.Id).See();
                    }
                    else
                    {
                        await StoreAsync(book, sync, found, filters.Includes(model.Id, values));
                    }

                    break;
                case RecordGone gone when !setsUp:
                    await book.WriteAsync(new RecordWrite(gone.Model, gone.RemoteId, null));
                    break;
                case ModelRead read when !setsUp && sync.Type == SyncType.Full:
                    await book.SweepAsync(read.Model);
                    break;
                default:
                    break;
            }
        }

        if (setsUp)
        {
            return Offered(facets!, book);
        }

        if (sync.Type == SyncType.Full)
        {
            // What the filters leave out as a whole is not to stay behind.
            foreach (var model in described.Where(model => !models.ContainsKey(model.Id)))
            {
                await book.SweepAsync(model.Id);
            }
        }

        await book.FlushAsync();
        return facets is null ? null : Offered(facets, book);
    }

    // In a full sync, what the filters leave out is swept away as not seen; a delta sync has to say so.
    private static async Task StoreAsync(SyncBook book, ClaimedSync sync, RecordFound found, bool isIncluded)
    {
        if (isIncluded)
        {
            await book.WriteAsync(new RecordWrite(found.Model, found.RemoteId, found.Data.ToJsonString(Readable)));
        }
        else if (sync.Type == SyncType.Delta)
        {
            await book.WriteAsync(new RecordWrite(found.Model, found.RemoteId, null));
        }
    }

    private static IReadOnlyList<Facet> Offered(FacetCounter facets, SyncBook book)
    {
        if (facets.IsFull)
        {
            book.Add(LogEntryLevel.Info, "There are more combinations of values than filters can show; the counts leave the rest out.");
        }

        return facets.Facets;
    }

    private async Task KeepPaceAsync(SyncBook book, CallOff callOff, CancellationToken ct)
    {
        try
        {
            using var timer = new PeriodicTimer(Pace, time);
            while (await timer.WaitForNextTickAsync(ct))
            {
                await book.FlushAsync();
            }
        }
        catch (SyncCalledOffException)
        {
            callOff.Cancel();
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception exception)
        {
            // What cannot be written now fails the sync at its next batch.
            logger.LogError(exception, "What a sync has read so far could not be written.");
        }
    }
}
