using System.Globalization;
using System.Security;

namespace IntegrationsDashboard.Web.Catalogue;

/// <summary>Draws an icon for a tool from its name alone: its initials, white on a colour that is always the same for the same tool.</summary>
public static class ToolIcon
{
    private const double Saturation = 0.55;
    private const double LeastContrast = 4.5;

    /// <summary>The icon as an SVG image of 64 by 64 pixels.</summary>
    /// <param name="tool">The tool's id; need not be in the catalogue.</param>
    public static string Svg(string tool)
    {
        var label = SecurityElement.Escape(ToolCatalogue.Label(tool));
        var monogram = Monogram(tool);
        var size = monogram.Length == 1 ? 34 : 27;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64" role="img" aria-label="{label}"><title>{label}</title><rect width="64" height="64" rx="14" fill="{Colour(Hue(tool))}"/><text x="32" y="33" fill="#ffffff" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" font-size="{size}" font-weight="600" text-anchor="middle" dominant-baseline="central">{monogram}</text></svg>
            """);
    }

    /// <summary>
    /// One or two letters or digits that stand for the tool: the initials of the first two words of its name; of a single word its
    /// inner capital (BambooHR: BH) or its second letter (Personio: Pe).
    /// </summary>
    public static string Monogram(string tool)
    {
        var words = ToolCatalogue.Label(tool)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit)))
            .Where(word => word.Length > 0)
            .Take(2)
            .ToArray();
        if (words is [var first, var second])
        {
            return $"{char.ToUpperInvariant(first[0])}{char.ToUpperInvariant(second[0])}";
        }

        if (words is not [{ } word])
        {
            return "?";
        }

        var initial = char.ToUpperInvariant(word[0]);
        for (var index = 1; index < word.Length; index++)
        {
            if (char.IsAsciiLetterUpper(word[index]) && char.IsAsciiLetterLower(word[index - 1]))
            {
                return $"{initial}{word[index]}";
            }
        }

        return word.Length == 1 ? $"{initial}" : $"{initial}{word[1]}";
    }

    /// <summary>The hue of the tool's colour in degrees, 0 to 359; the same on every machine and for ever.</summary>
    public static int Hue(string tool)
    {
        // FNV-1a: string.GetHashCode differs from process to process.
        var hash = 2166136261u;
        foreach (var character in tool)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return (int)(hash % 360);
    }

    /// <summary>The lightest colour of the hue on which white text can be read well.</summary>
    private static string Colour(int hue)
    {
        for (var lightness = 0.5; ; lightness -= 0.01)
        {
            var (red, green, blue) = (Channel(0), Channel(8), Channel(4));
            if (1.05 / (0.05 + (0.2126 * Linear(red)) + (0.7152 * Linear(green)) + (0.0722 * Linear(blue))) >= LeastContrast)
            {
                return $"#{red:x2}{green:x2}{blue:x2}";
            }

            byte Channel(int offset)
            {
                var place = (offset + (hue / 30.0)) % 12;
                var value = lightness - (Saturation * Math.Min(lightness, 1 - lightness) * Math.Max(-1, Math.Min(Math.Min(place - 3, 9 - place), 1)));
                return (byte)Math.Round(value * 255);
            }
        }
    }

    // As WCAG defines relative luminance.
    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
