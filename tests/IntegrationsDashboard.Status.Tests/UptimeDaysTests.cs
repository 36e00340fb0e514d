using CsCheck;

namespace IntegrationsDashboard.Status.Tests;

/// <summary>How changes of status become days.</summary>
public sealed class UptimeDaysTests
{
    private const int Minutes = 24 * 60;
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    // Changes at whole minutes of up to five days, some of them at one and the same minute or at midnight; now is within them or after them.
    private static readonly Gen<(List<StatusSpan> Changes, DateTimeOffset Now, int Days)> Any = Gen.Select(
        Gen.Select(Gen.Frequency((1, Gen.Int[0, 5 * Minutes]), (1, Gen.Int[0, 5].Select(day => day * Minutes)), (1, Gen.Int[700, 710])), Gen.Enum<IntegrationStatus>()).List[0, 12],
        Gen.Int[1, 5 * Minutes],
        Gen.Int[1, 6],
        (changes, now, days) => (
            changes.OrderBy(change => change.Item1).Select(change => new StatusSpan(Start.AddMinutes(change.Item1), change.Item2)).ToList(),
            Start.AddMinutes(now),
            days));

    [Fact]
    public void Days_are_what_counting_minute_by_minute_gives() => Any.Sample(
        history =>
        {
            var days = UptimeDays.Of(history.Changes, history.Now, history.Days);
            return days.Count == history.Days
                && days[^1].Day == DateOnly.FromDateTime(history.Now.UtcDateTime)
                && days.All(day => Same(day, Counted(history.Changes, history.Now, day.Day)));
        },
        iter: 2_000,
        print: history => $"{history.Now}, {history.Days} days\n{string.Join('\n', history.Changes)}");

    [Fact]
    public void A_day_is_told_by_the_status_that_needs_somebody_most()
    {
        StatusSpan[] changes =
        [
            new(Start.AddDays(-3), IntegrationStatus.Active),
            new(Start.AddHours(6), IntegrationStatus.SyncFailing),
            new(Start.AddHours(12), IntegrationStatus.Active),
        ];

        var day = UptimeDays.Of(changes, Start.AddHours(24), 2)[0];

        Assert.Equal([IntegrationStatus.SyncFailing, IntegrationStatus.Active], day.Statuses);
        Assert.Equal(IntegrationStatus.SyncFailing, day.Worst);
        Assert.Equal(0.75, day.Uptime);
    }

    [Fact]
    public void What_nobody_expects_data_from_counts_neither_way()
    {
        StatusSpan[] changes =
        [
            new(Start.AddHours(1), IntegrationStatus.Setup),
            new(Start.AddHours(2), IntegrationStatus.Active),
            new(Start.AddHours(5), IntegrationStatus.QualityAssurance),
            new(Start.AddHours(6), IntegrationStatus.Inactive),
            new(Start.AddHours(20), IntegrationStatus.Deleted),
        ];

        var days = UptimeDays.Of(changes, Start.AddHours(23), 1);

        Assert.Equal(0.75, UptimeDays.Uptime(days));
        Assert.Null(UptimeDays.Uptime(UptimeDays.Of([], Start, 90)));
        Assert.Null(UptimeDays.Of([], Start, 1)[0].Worst);
    }

    private static bool Same(UptimeDay day, (List<IntegrationStatus> Statuses, int Working, int Down) counted) =>
        day.Statuses.SequenceEqual(counted.Statuses) && day.Working.TotalMinutes == counted.Working && day.Down.TotalMinutes == counted.Down;

    private static (List<IntegrationStatus> Statuses, int Working, int Down) Counted(List<StatusSpan> changes, DateTimeOffset now, DateOnly day)
    {
        var (working, down) = (0, 0);
        var statuses = new HashSet<IntegrationStatus>();
        for (var minute = 0; minute < Minutes; minute++)
        {
            var at = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(minute);
            var known = changes.FindLastIndex(change => change.At <= at);
            if (at >= now || known < 0)
            {
                continue;
            }

            var status = changes[known].Status;
            statuses.Add(status);
            switch (status)
            {
                case IntegrationStatus.Active or IntegrationStatus.SyncHasWarnings:
                    working++;
                    break;
                case IntegrationStatus.Setup or IntegrationStatus.Inactive or IntegrationStatus.Deleted:
                    break;
                default:
                    down++;
                    break;
            }
        }

        return ([.. StatusWords.ByAttention.Where(statuses.Contains)], working, down);
    }
}
