using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Web.Demonstration;

/// <summary>Collects the entries of a log, and spreads them over the time that the sync took.</summary>
internal sealed class DemonstrationLog
{
    // How much of the time an entry takes that waits for nobody, compared with the milliseconds of a request.
    private const int Moment = 4;

    private readonly List<Draft> _drafts = [];

    /// <summary>How many entries there are so far.</summary>
    public int Count => _drafts.Count;

    /// <summary>Adds an entry that is about no request.</summary>
    public void Add(LogEntryLevel level, string message, string? model = null, int weight = Moment) =>
        _drafts.Add(new Draft(level, message, model, null, null, null, weight, null, null));

    /// <summary>Adds an entry about a request.</summary>
    public void Request(
        LogEntryLevel level,
        string message,
        string? model,
        string method,
        string url,
        int? status,
        int weight,
        string? request = null,
        string? response = null) =>
        _drafts.Add(new Draft(level, message, model, method, url, status, weight, request, response));

    /// <summary>Leaves out everything from the given share of the entries on: the log of a sync that still runs.</summary>
    public void CutAt(double share)
    {
        var kept = (int)(_drafts.Count * share);
        _drafts.RemoveRange(kept, _drafts.Count - kept);
    }

    /// <summary>The entries, the first at <paramref name="from"/> and the last at <paramref name="until"/>.</summary>
    public List<LogReport> Spread(DateTimeOffset from, DateTimeOffset until)
    {
        var total = Math.Max(1, _drafts.Skip(1).Sum(draft => draft.Weight));
        var scale = (until - from).TotalMilliseconds / total;
        var passed = 0;
        var reports = new List<LogReport>(_drafts.Count);
        foreach (var draft in _drafts)
        {
            var took = reports.Count == 0 ? 0 : draft.Weight;
            passed += took;
            var at = from + TimeSpan.FromMilliseconds(Math.Floor(passed * scale));
            var entry = new LogEntry
            {
                Seq = reports.Count,
                At = at > until ? until : at,
                Level = draft.Level,
                Message = draft.Message,
                Model = draft.Model,
                HttpMethod = draft.Method,
                HttpUrl = draft.Url,
                HttpStatus = draft.Status,
                HttpDurationMs = draft.Method is null ? null : (int)(took * Math.Min(1, scale * 0.96)),
            };
            reports.Add(new LogReport(entry, draft.Request, draft.Response));
        }

        return reports;
    }

    private readonly record struct Draft(
        LogEntryLevel Level,
        string Message,
        string? Model,
        string? Method,
        string? Url,
        int? Status,
        int Weight,
        string? Request,
        string? Response);
}
