using System.Globalization;
using IntegrationsDashboard.Notifying;

namespace IntegrationsDashboard.Web.Hosting;

/// <summary>Reads the settings under <c>Notifying</c>. What cannot be right is named at the start.</summary>
internal static class NotifyingSettings
{
    /// <summary>The settings.</summary>
    /// <exception cref="InvalidOperationException">A setting cannot be right; the message names it.</exception>
    public static NotifyingOptions Read(IConfigurationSection notifying)
    {
        var usual = new NotifyingOptions();
        return usual with
        {
            RunsByItself = notifying.GetValue("RunsByItself", usual.RunsByItself),
            HealsAfter = Span(notifying, "HealsAfter", usual.HealsAfter, TimeSpan.FromDays(7), "7 days, such as 1:00:00"),
            Gap = Span(notifying, "Gap", usual.Gap, TimeSpan.FromDays(1), "a day, such as 0:05:00"),
            DigestAt = DigestAt(notifying["DigestAt"], usual.DigestAt),
            TimeZone = Zone(notifying["TimeZone"], usual.TimeZone),
        };
    }

    private static TimeSpan Span(IConfigurationSection notifying, string name, TimeSpan usual, TimeSpan most, string range)
    {
        var text = notifying[name];
        if (string.IsNullOrEmpty(text))
        {
            return usual;
        }

        // Limited, because of a forgotten colon: "5" reads as 5 days.
        var isSpan = TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span);
        return isSpan && span >= TimeSpan.Zero && span <= most ? span : throw Wrong(name, text, $"a time span from zero up to {range}");
    }

    private static TimeOnly DigestAt(string? text, TimeOnly usual) =>
        string.IsNullOrEmpty(text) ? usual
        : TimeOnly.TryParseExact(text, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : throw Wrong("DigestAt", text, "a time of day, such as 07:00");

    private static TimeZoneInfo Zone(string? text, TimeZoneInfo usual) =>
        string.IsNullOrEmpty(text) ? usual
        : TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) ? zone
        : throw Wrong("TimeZone", text, "the name of a time zone, such as Europe/Berlin");

    private static InvalidOperationException Wrong(string name, string text, string right) =>
        new($"The setting Notifying:{name} is \"{text}\"; it has to be {right}.");
}
