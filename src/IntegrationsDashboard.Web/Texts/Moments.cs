using System.Globalization;
using Humanizer;

namespace IntegrationsDashboard.Web.Texts;

/// <summary>Puts instants into words in one time zone.</summary>
/// <param name="zone">The reader's time zone.</param>
/// <param name="time">The clock.</param>
public sealed class Moments(TimeZoneInfo zone, TimeProvider time)
{
    /// <summary>The clock's time (UTC).</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>As in "3 hours ago" or "2 days from now".</summary>
    public string Relative(DateTimeOffset instant) => instant.UtcDateTime.Humanize(utcDate: true, dateToCompareAgainst: Now.UtcDateTime);

    /// <summary>The exact time to the second, with the zone's offset.</summary>
    public string Exact(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var offset = local.Offset == TimeSpan.Zero ? "UTC" : local.ToString("'UTC'zzz", CultureInfo.InvariantCulture);
        return $"{local.ToString("ddd d MMM yyyy, HH:mm:ss", CultureInfo.CurrentCulture)} {offset}";
    }

    /// <summary>To the minute, as short as it is clear: the weekday within six days of now, else the date.</summary>
    public string Brief(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var days = Math.Abs((local.Date - TimeZoneInfo.ConvertTime(Now, zone).Date).TotalDays);
        return WithZone(local.ToString(days <= 6 ? "dddd HH:mm" : Dates().Brief, CultureInfo.CurrentCulture));
    }

    /// <summary>To the minute, with weekday and date: clear however much later it is read.</summary>
    public string Full(DateTimeOffset instant) =>
        WithZone(TimeZoneInfo.ConvertTime(instant, zone).ToString(Dates().Full, CultureInfo.CurrentCulture));

    // In French and Italian a date within a sentence wants an article, unless its weekday goes before it.
    private static (string Brief, string Full) Dates() => CultureInfo.CurrentCulture.TwoLetterISOLanguageName switch
    {
        "de" => ("d. MMM yyyy HH:mm", "dddd, d. MMM yyyy HH:mm"),
        "fr" or "it" => ("ddd d MMM yyyy HH:mm", "dddd d MMM yyyy HH:mm"),
        _ => ("d MMM yyyy HH:mm", "dddd d MMM yyyy HH:mm"),
    };

    private string WithZone(string text) => zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime ? $"{text} UTC" : text;

    /// <summary>When a day begins in the zone (UTC).</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);

        // In a few zones a day of the year begins at one o'clock.
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The time of day to the millisecond, for log entries.</summary>
    public string Clock(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>A length of time in at most two units, as in "2 hours, 5 minutes".</summary>
    public static string Duration(TimeSpan duration) =>
        duration < TimeSpan.FromSeconds(1) ? duration.Humanize() : duration.Humanize(2, minUnit: TimeUnit.Second);
}
