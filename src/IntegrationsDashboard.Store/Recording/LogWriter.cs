using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>Inserts log entries.</summary>
internal sealed class LogWriter(DashboardContext db) : IDisposable
{
    private readonly PreparedStatement _entry = PreparedStatement.Insert(
        db,
        nameof(DashboardContext.LogEntries),
        "NOTHING",
        nameof(LogEntry.SyncKey),
        nameof(LogEntry.Seq),
        nameof(LogEntry.At),
        nameof(LogEntry.Level),
        nameof(LogEntry.Message),
        nameof(LogEntry.Model),
        nameof(LogEntry.HttpMethod),
        nameof(LogEntry.HttpUrl),
        nameof(LogEntry.HttpStatus),
        nameof(LogEntry.HttpDurationMs));

    private readonly PreparedStatement _body = PreparedStatement.Insert(
        db,
        nameof(DashboardContext.LogBodies),
        "NOTHING",
        nameof(LogBody.SyncKey),
        nameof(LogBody.Seq),
        nameof(LogBody.Request),
        nameof(LogBody.Response));

    /// <summary>Inserts an entry with its bodies; false where its sequence number is known already.</summary>
    public bool Insert(long syncKey, LogReport report)
    {
        var entry = report.Entry;
        var added = _entry.Run(
            syncKey,
            entry.Seq,
            entry.At.UtcTicks,
            (int)entry.Level,
            entry.Message,
            entry.Model,
            entry.HttpMethod,
            entry.HttpUrl,
            entry.HttpStatus,
            entry.HttpDurationMs);
        if (added && (report.RequestBody ?? report.ResponseBody) is not null)
        {
            _body.Run(syncKey, entry.Seq, report.RequestBody, report.ResponseBody);
        }

        return added;
    }

    public void Dispose()
    {
        _entry.Dispose();
        _body.Dispose();
    }
}
