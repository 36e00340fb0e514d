using System.Globalization;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests.Notices;

/// <summary>When somebody is told.</summary>
public sealed class NoticeTimingTests
{
    [Theory]
    [InlineData("07:00", "2026-03-02T05:59:59Z", "2026-03-02T06:00:00Z")]
    [InlineData("07:00", "2026-03-02T06:00:00Z", "2026-03-03T06:00:00Z")]
    [InlineData("00:30", "2026-03-02T23:10:00Z", "2026-03-02T23:30:00Z")]
    [InlineData("07:00", "2026-03-28T22:00:00Z", "2026-03-29T05:00:00Z")]
    [InlineData("02:30", "2026-03-28T22:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("02:30", "2026-10-24T22:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("02:30", "2026-10-25T00:45:00Z", "2026-10-26T01:30:00Z")]
    public void The_digest_comes_once_a_day_by_the_clock_on_the_wall(string digestAt, string now, string expected)
    {
        var timing = Timing(TimeOnly.Parse(digestAt, CultureInfo.InvariantCulture));

        Assert.Equal(At(expected), timing.DueAt(Cadence.Daily, At(now), null));
    }

    [Fact]
    public void At_once_is_now_unless_something_was_told_just_before()
    {
        var now = At("2026-03-02T08:00:00Z");
        var timing = Timing(default);

        Assert.Equal(now, timing.DueAt(Cadence.AtOnce, now, null));
        Assert.Equal(now, timing.DueAt(Cadence.AtOnce, now, now.AddMinutes(-5)));
        Assert.Equal(now.AddMinutes(4), timing.DueAt(Cadence.AtOnce, now, now.AddMinutes(-1)));
    }

    private static NoticeTiming Timing(TimeOnly digestAt) =>
        new(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5), digestAt, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
