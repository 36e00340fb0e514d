namespace IntegrationsDashboard.Status;

/// <summary>Turns an integration's changes of status into days. Pure: the same changes and time always give the same days.</summary>
/// <remarks>
/// An integration works while it is Active or Sync Has Warnings: its data comes. It is down while it is Sync Failing, Authentication
/// Failing, Credentials Invalid or in Quality Assurance. What counts neither way: the time before the first known status, after now, and
/// in Setup, Inactive or Deleted, where nobody expects data. Days begin at midnight UTC, for everybody the same.
/// </remarks>
public static class UptimeDays
{
    /// <summary>The last days, today included, the earliest first.</summary>
    /// <param name="changes">From when on it had which status, in the order of time; of several at one instant the last one holds.</param>
    /// <param name="now">Until when (UTC).</param>
    /// <param name="days">How many days, 1 or more.</param>
    public static IReadOnlyList<UptimeDay> Of(IReadOnlyList<StatusSpan> changes, DateTimeOffset now, int days)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var result = new List<UptimeDay>(days);
        var next = 0;
        for (var back = days - 1; back >= 0; back--)
        {
            var day = today.AddDays(-back);
            var begins = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            var ends = begins.AddDays(1) < now ? begins.AddDays(1) : now;

            // The last one that began before the day goes on into it.
            while (next + 1 < changes.Count && changes[next + 1].At <= begins)
            {
                next++;
            }

            result.Add(DayOf(changes, next, day, begins, ends));
        }

        return result;
    }

    /// <summary>The share of all days' time in which it worked, from 0 to 1; null where no time counts.</summary>
    public static double? Uptime(IReadOnlyList<UptimeDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return Share(new TimeSpan(days.Sum(day => day.Working.Ticks)), new TimeSpan(days.Sum(day => day.Down.Ticks)));
    }

    internal static double? Share(TimeSpan working, TimeSpan down) => working + down > TimeSpan.Zero ? working / (working + down) : null;

    private static UptimeDay DayOf(IReadOnlyList<StatusSpan> changes, int first, DateOnly day, DateTimeOffset begins, DateTimeOffset ends)
    {
        var (working, down) = (TimeSpan.Zero, TimeSpan.Zero);
        var statuses = new HashSet<IntegrationStatus>();
        for (var at = first; at < changes.Count && changes[at].At < ends; at++)
        {
            var from = changes[at].At > begins ? changes[at].At : begins;
            var until = at + 1 < changes.Count && changes[at + 1].At < ends ? changes[at + 1].At : ends;
            if (until <= from)
            {
                continue;
            }

            var status = changes[at].Status;
            statuses.Add(status);
            working += status.Works() ? until - from : TimeSpan.Zero;
            down += status.IsDown() ? until - from : TimeSpan.Zero;
        }

        return new UptimeDay(day, [.. statuses.OrderBy(status => status.AttentionRank())], working, down);
    }

    private static bool Works(this IntegrationStatus status) => status is IntegrationStatus.Active or IntegrationStatus.SyncHasWarnings;

    private static bool IsDown(this IntegrationStatus status) => status is IntegrationStatus.SyncFailing
        or IntegrationStatus.AuthenticationFailing or IntegrationStatus.CredentialsInvalid or IntegrationStatus.QualityAssurance;
}
