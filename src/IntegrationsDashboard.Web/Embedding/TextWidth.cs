using System.Globalization;

namespace IntegrationsDashboard.Web.Embedding;

/// <summary>Estimates how wide a text is in a common sans-serif face, for images that are drawn without one.</summary>
internal static class TextWidth
{
    // In thousandths of the font's size, as in the most common faces.
    private const int Narrow = 240;
    private const int Thin = 340;
    private const int Usual = 560;
    private const int Capital = 680;
    private const int Broad = 860;
    private const int Full = 1_000;

    /// <summary>The width in pixels.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The font's size in pixels.</param>
    public static double Of(string text, double size)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().Sum(rune => Thousandths(rune)) * size / 1_000;
    }

    private static int Thousandths(System.Text.Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '’' or '|' or '!' => Narrow,
        'f' or 't' or 'r' or ' ' or '(' or ')' or '[' or ']' or '-' or '/' or '"' => Thin,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '—' => Broad,
        >= 'A' and <= 'Z' or '&' or '+' or '=' => Capital,
        >= 0x2E80 => Full,
        _ => System.Text.Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
            UnicodeCategory.UppercaseLetter => Capital,
            _ => Usual,
        },
    };
}
