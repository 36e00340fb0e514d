using System.Globalization;

namespace IntegrationsDashboard.Web.Tests.Demonstration;

/// <summary>Instants at which a clock or a calendar does something odd somewhere.</summary>
internal static class Instants
{
    public const string Ordinary = "2026-11-24T09:41:27.318Z";
    public const string SummerTimeBegins = "2027-03-28T01:00:00Z";
    public const string SummerTimeEnds = "2026-10-25T01:30:00Z";
    public const string AmericanSummerTimeBegins = "2027-03-14T10:00:01Z";
    public const string YearBegins = "2027-01-01T00:00:20Z";
    public const string LeapDay = "2028-02-29T23:59:59.999Z";

    public static DateTimeOffset Parse(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
