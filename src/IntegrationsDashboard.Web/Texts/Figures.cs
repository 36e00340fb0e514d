using System.Globalization;

namespace IntegrationsDashboard.Web.Texts;

/// <summary>Puts numbers and days into the reader's language.</summary>
public static class Figures
{
    /// <summary>What stands where there is no number.</summary>
    public const string None = "–";

    /// <summary>
    /// A share from 0 to 1 in per cent, to one decimal and rounded down: what is not all is never said to be.
    /// </summary>
    public static string Percent(double? share) =>
        share is { } value ? (Math.Floor((value * 1000) + 1e-9) / 1000).ToString(value == 1 ? "P0" : "P1", CultureInfo.CurrentCulture) : None;

    /// <summary>A whole number.</summary>
    public static string Number(long? value) => value?.ToString("N0", CultureInfo.CurrentCulture) ?? None;

    /// <summary>A difference with its sign; nothing where there is none.</summary>
    public static string Difference(long value) => value == 0 ? "±0" : $"{Sign(value)}{Math.Abs(value).ToString("N0", CultureInfo.CurrentCulture)}";

    /// <summary>The difference of two shares in percentage points with its sign, to one decimal.</summary>
    public static string Points(double difference)
    {
        var points = Math.Round(difference * 100, 1);
        return points == 0 ? "±0" : $"{Sign(points)}{Math.Abs(points).ToString("N1", CultureInfo.CurrentCulture)}";
    }

    /// <summary>By how much a value grew or shrank, in per cent with its sign.</summary>
    public static string Growth(double now, double before)
    {
        var growth = before == 0 ? 0 : Math.Round((now / before) - 1, 2);
        return growth == 0 ? "±0" : $"{Sign(growth)}{Math.Abs(growth).ToString("P0", CultureInfo.CurrentCulture)}";
    }

    /// <summary>A day without its year.</summary>
    public static string Day(DateOnly day) => day.ToString(Dotted("ddd d MMM", "ddd, d. MMM"), CultureInfo.CurrentCulture);

    /// <summary>A day without its year and weekday.</summary>
    public static string ShortDay(DateOnly day) => day.ToString(Dotted("d MMM", "d. MMM"), CultureInfo.CurrentCulture);

    private static string Dotted(string others, string german) => CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "de" ? german : others;

    private static string Sign(double value) => value < 0 ? "−" : "+";
}
