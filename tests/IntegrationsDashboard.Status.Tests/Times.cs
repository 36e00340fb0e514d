using System.Globalization;

namespace IntegrationsDashboard.Status.Tests;

/// <summary>The instants of the tests, counted from the creation of the integration.</summary>
internal static class Times
{
    public static readonly DateTimeOffset Created = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    public static TimeSpan Hours(int hours) => TimeSpan.FromHours(hours);

    public static TimeSpan Days(int days) => TimeSpan.FromDays(days);

    /// <summary>An instant as it is read best: days after the creation and the ticks beside them.</summary>
    public static string Show(DateTimeOffset? at)
    {
        if (at is not { } instant)
        {
            return "-";
        }

        var passed = instant - Created;
        var days = Math.Round(passed.TotalDays, 2);
        var ticks = (passed - TimeSpan.FromDays(days)).Ticks;
        return string.Create(CultureInfo.InvariantCulture, $"+{days}d{(ticks == 0 ? "" : ticks > 0 ? $"+{ticks}t" : $"{ticks}t")}");
    }
}
