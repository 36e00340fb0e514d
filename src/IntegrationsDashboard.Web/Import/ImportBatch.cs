using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Import;

/// <summary>Some consecutive lines that are written in one transaction.</summary>
internal sealed class ImportBatch(LineReader reader, int lines, DateTimeOffset now)
{
    // Beside the number of lines, so that long lines do not fill the memory.
    private const long MostBytes = 16 * 1024 * 1024;

    private readonly List<ImportItem> _items = [];
    private readonly List<ImportRefusal> _unreadable = [];

    /// <summary>How many lines were read, with the last one even where nothing ends it.</summary>
    public long Lines { get; private set; }

    /// <summary>How many of them are whole; only those count for where the next import goes on.</summary>
    public long WholeLines { get; private set; }

    /// <summary>Reads lines until the batch is full; false where there were none.</summary>
    /// <param name="first">The number of the first line.</param>
    public bool Read(long first)
    {
        var bytes = 0L;
        while (Lines < lines && bytes < MostBytes && reader.Read())
        {
            var number = first + Lines++;
            WholeLines += reader.IsWhole ? 1 : 0;
            bytes += reader.Line.Length;
            if (reader.IsTooLong)
            {
                _unreadable.Add(new ImportRefusal(number, "is longer than 1 MiB; split it"));
                continue;
            }

            var line = number == 1 ? JsonInput.WithoutMark(reader.Line) : reader.Line;
            if (line.Span.Trim(" \t"u8).IsEmpty)
            {
                continue;
            }

            try
            {
                _items.Add(ImportLine.Parse(line, number, now));
            }
            catch (InvalidInputException exception)
            {
                _unreadable.Add(new ImportRefusal(number, exception.Problems.ToText(" | ")));
            }
        }

        return Lines > 0;
    }

    /// <summary>Records the lines; returns those that were not taken, in order.</summary>
    public async Task<IReadOnlyList<ImportRefusal>> WriteAsync(LedgerSession session, WorkspaceScope scope, CancellationToken ct)
    {
        var refusals = new List<ImportRefusal>(_unreadable);
        for (var index = 0; index < _items.Count;)
        {
            var item = _items[index];
            var next = index + 1;
            try
            {
                if (item.Integration is { } integration)
                {
                    await session.CreateIntegrationAsync(scope, integration, ct);
                }
                else if (item.Sync is { } sync)
                {
                    await session.RecordSyncAsync(scope, sync, ct);
                }
                else
                {
                    while (next < _items.Count && _items[next].LogOf == item.LogOf)
                    {
                        next++;
                    }

                    var entries = _items.Slice(index, next - index).ConvertAll(log => log.Entry!);
                    await session.AppendLogAsync(scope, item.LogOf!, entries, ct);
                }
            }
            catch (RefusedReportException exception)
            {
                refusals.Add(new ImportRefusal(item.Line, exception.Message));
            }
            catch (UnknownIdException exception)
            {
                refusals.AddRange(_items.Take(index..next).Select(refused => new ImportRefusal(refused.Line, Explain(refused, exception))));
            }

            index = next;
        }

        return [.. refusals.OrderBy(refusal => refusal.Line)];
    }

    private static string Explain(ImportItem item, UnknownIdException exception) =>
        item.Sync is not null
            ? $"integration_id: there is no integration \"{exception.Id}\"; its line has to come before those of its syncs"
            : exception.Kind == "sync"
                ? $"sync_id: there is no sync \"{exception.Id}\"; its line has to come before those of its log"
                : $"sync_id: the integration \"{exception.Id}\" of this sync was deleted";
}
