using System.Globalization;
using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>
/// The colours of the statuses, as the pages have them, for what cannot take them from the stylesheet: mails, images, frames. Tints are solid
/// here, because few mail programs know colours that one sees through.
/// </summary>
public static class StatusColours
{
    private const string LightSurface = "#ffffff";
    private const string DarkSurface = "#171b1f";

    /// <summary>The ink on a light ground, and its tint.</summary>
    public static (string Ink, string Tint) Light(IntegrationStatus status) => Of(Pair(status).Light, LightSurface, status, 10);

    /// <summary>The ink on a dark ground, and its tint.</summary>
    public static (string Ink, string Tint) Dark(IntegrationStatus status) => Of(Pair(status).Dark, DarkSurface, status, 14);

    private static (string Light, string Dark) Pair(IntegrationStatus status) => status switch
    {
        IntegrationStatus.Active => ("#1a7343", "#56d394"),
        IntegrationStatus.SyncFailing => ("#b3261e", "#ff8a80"),
        IntegrationStatus.SyncHasWarnings => ("#7d5700", "#f2c14e"),
        IntegrationStatus.QualityAssurance => ("#6b3fc0", "#c4a7ff"),
        IntegrationStatus.AuthenticationFailing => ("#a33c00", "#ffab70"),
        IntegrationStatus.CredentialsInvalid => ("#99154b", "#ff8fb8"),
        IntegrationStatus.Setup => ("#0a58b0", "#82bfff"),
        IntegrationStatus.Inactive => ("#535b66", "#b3bcc7"),
        _ => ("#6a6f76", "#9aa3ad"),
    };

    // Of a deleted integration there is only the outline.
    private static (string Ink, string Tint) Of(string ink, string surface, IntegrationStatus status, int percent) =>
        (ink, status == IntegrationStatus.Deleted ? surface : $"#{Mix(ink, surface, 1, percent)}{Mix(ink, surface, 3, percent)}{Mix(ink, surface, 5, percent)}");

    private static string Mix(string ink, string surface, int at, int percent) =>
        (((Part(ink, at) * percent) + (Part(surface, at) * (100 - percent))) / 100).ToString("x2", CultureInfo.InvariantCulture);

    private static int Part(string colour, int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
