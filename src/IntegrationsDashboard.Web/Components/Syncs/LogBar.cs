using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Web.Components.Syncs;

/// <summary>Where a request lies within the time of its sync, in shares of it from 0 to 1.</summary>
/// <param name="Start">Where it began.</param>
/// <param name="Length">How much of the time it took.</param>
public readonly record struct LogBar(double Start, double Length)
{
    /// <summary>The bar of a request. Its entry is written when the answer is there; what lies outside the sync is moved to its edge.</summary>
    /// <param name="entry">The request's entry.</param>
    /// <param name="from">When the sync began (UTC).</param>
    /// <param name="until">When it ended, or the time up to which it has run (UTC).</param>
    public static LogBar Of(LogEntry entry, DateTimeOffset from, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var whole = until - from;
        if (whole <= TimeSpan.Zero)
        {
            return new LogBar(0, 1);
        }

        var end = Math.Clamp((entry.At - from) / whole, 0, 1);
        var start = Math.Clamp((Begin(entry) - from) / whole, 0, end);
        return new LogBar(start, end - start);
    }

    /// <summary>When a request was sent (UTC).</summary>
    public static DateTimeOffset Begin(LogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.At - TimeSpan.FromMilliseconds(entry.HttpDurationMs ?? 0);
    }
}
