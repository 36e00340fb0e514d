using System.Collections.Concurrent;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing.Connectors;

namespace IntegrationsDashboard.Syncing.Running;

/// <summary>
/// Takes what one sync says and finds, and brings it to the ledger in batches. What was taken is written even if the sync is broken
/// off meanwhile, unless it was called off.
/// </summary>
internal sealed class SyncBook(Ledger ledger, ClaimedSync sync, TimeProvider time) : ISyncJournal, IDisposable
{
    // Large enough that a commit costs little beside it, small enough that pages never wait long for it.
    private const int Batch = 500;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentDictionary<string, ModelCount> _counts = new();
    private List<LogReport> _lines = [];
    private List<RecordWrite> _records = [];
    private int _next;
    private Exception? _fault;

    /// <summary>Whether the connector found anything that was not as it should be.</summary>
    public bool HasWarnings { get; private set; }

    /// <summary>What has been written so far, by model.</summary>
    public IReadOnlyList<SyncModel> Models =>
        [.. _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value.ToModel(pair.Key, sync.Purpose != SyncPurpose.SetUp))];

    public void Add(
        LogEntryLevel level,
        string message,
        string? model = null,
        HttpExchange? http = null,
        string? requestBody = null,
        string? responseBody = null)
    {
        lock (_lock)
        {
            var entry = new LogEntry
            {
                Seq = _next++,
                At = time.GetUtcNow(),
                Level = level,
                Message = message,
                Model = model,
                HttpMethod = http?.Method,
                HttpUrl = http?.Url,
                HttpStatus = http?.Status,
                HttpDurationMs = http?.DurationMs,
            };
            _lines.Add(new LogReport(entry, requestBody, responseBody));
        }
    }

    /// <summary>Takes what the connector found that was not as it should be.</summary>
    public void Warn(WarningFound warning)
    {
        HasWarnings = true;
        Add(LogEntryLevel.Warning, warning.Message, warning.Model);
    }

    /// <summary>What is counted of a model. Naming one is enough for it to show.</summary>
    public ModelCount Count(string model) => _counts.GetOrAdd(model, _ => new ModelCount());

    /// <summary>Takes what was found out about a record.</summary>
    /// <exception cref="SyncCalledOffException">The sync may not run any more.</exception>
    public async Task WriteAsync(RecordWrite record)
    {
        bool isFull;
        lock (_lock)
        {
            _records.Add(record);
            isFull = _records.Count >= Batch;
        }

        if (isFull)
        {
            await FlushAsync();
        }
    }

    /// <summary>Marks what a full sync has not seen of a model as removed.</summary>
    /// <exception cref="SyncCalledOffException">The sync may not run any more.</exception>
    public async Task SweepAsync(string model)
    {
        await FlushAsync();
        int removed;
        do
        {
            removed = await ledger.WriteAsync(session => session.SweepModelAsync(sync, model, Batch));
            Count(model).Remove(removed);
        }
        while (removed == Batch);
    }

    /// <summary>Writes what was taken. Once that failed there is something missing, and it fails each time.</summary>
    /// <exception cref="SyncCalledOffException">The sync may not run any more.</exception>
    public async Task FlushAsync()
    {
        await _writing.WaitAsync();
        try
        {
            if (_fault is not null)
            {
                throw new InvalidOperationException("What the sync had read before could not be written.", _fault);
            }

            await DrainAsync();
        }
        catch (Exception exception) when (exception is not SyncCalledOffException)
        {
            _fault ??= exception;
            throw;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Writes what is left of the log, and how the sync ended.</summary>
    /// <exception cref="SyncCalledOffException">The sync may not run any more.</exception>
    public async Task FinishAsync(SyncEnd end)
    {
        await _writing.WaitAsync();
        try
        {
            await DrainAsync();
            await ledger.FinishSyncAsync(sync, end with { Models = Models });
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();

    private async Task DrainAsync()
    {
        while (Take() is { } taken)
        {
            await ledger.WriteAsync(session => WriteAsync(session, taken.Lines, taken.Records));
        }
    }

    private (List<LogReport> Lines, List<RecordWrite> Records)? Take()
    {
        lock (_lock)
        {
            if (_lines.Count + _records.Count == 0)
            {
                return null;
            }

            var lines = _lines.Count > Batch ? _lines[..Batch] : _lines;
            _lines = _lines.Count > Batch ? _lines[Batch..] : [];
            var records = _records;
            _records = [];
            return (lines, records);
        }
    }

    private async Task<int> WriteAsync(LedgerSession session, List<LogReport> lines, List<RecordWrite> records)
    {
        if (lines.Count > 0)
        {
            await session.WriteLogAsync(sync, lines);
        }

        if (records.Count > 0)
        {
            var outcomes = await session.WriteRecordsAsync(sync, records);
            for (var index = 0; index < records.Count; index++)
            {
                Count(records[index].Model).Add(outcomes[index]);
            }

            await session.ShowProgressAsync(sync, Models);
        }

        return records.Count;
    }
}
