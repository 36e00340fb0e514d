using System.Globalization;
using System.Net;
using System.Text;
using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Web.Components.Shared;

namespace IntegrationsDashboard.Web.Embedding;

/// <summary>Draws a status as a small image: what it is about at the left, icon and word in the status's colour at the right.</summary>
internal static class EmbedBadge
{
    private const int Height = 24;
    private const int Padding = 8;
    private const int Icon = 14;
    private const double FontSize = 12;

    /// <summary>The image.</summary>
    /// <param name="label">What it is about.</param>
    /// <param name="word">The status in a word; what it says where nothing is shown any more.</param>
    /// <param name="status">The status; null where nothing is shown any more.</param>
    /// <param name="theme">The colours.</param>
    public static string Svg(string label, string word, IntegrationStatus? status, EmbedTheme theme)
    {
        var left = TextWidth.Of(label, FontSize);
        var right = TextWidth.Of(word, FontSize);
        var middle = Whole(left) + (2 * Padding);
        var start = middle + Padding + (status is null ? 0 : Icon + 4);
        var width = start + Whole(right) + Padding;
        var title = WebUtility.HtmlEncode($"{label}: {word}");
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{Height}\" viewBox=\"0 0 {width} {Height}\" role=\"img\" aria-label=\"{title}\">")
            .Append("<title>").Append(title).Append("</title><style>").Append(Style(status, theme)).Append("</style>")
            .Append(CultureInfo.InvariantCulture, $"<clipPath id=\"c\"><rect width=\"{width}\" height=\"{Height}\" rx=\"6\"/></clipPath><g clip-path=\"url(#c)\">")
            .Append(CultureInfo.InvariantCulture, $"<rect class=\"ground\" width=\"{width}\" height=\"{Height}\"/><rect class=\"tint\" x=\"{middle}\" width=\"{width - middle}\" height=\"{Height}\"/></g>")
            .Append(CultureInfo.InvariantCulture, $"<rect class=\"edge\" x=\".5\" y=\".5\" width=\"{width - 1}\" height=\"{Height - 1}\" rx=\"5.5\"/>");
        if (status is { } shown)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"tone\" x=\"{middle + Padding - 2}\" y=\"5\" width=\"{Icon}\" height=\"{Icon}\" viewBox=\"0 0 24 24\">{StatusLook.Icon(shown)}</svg>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"ink\" x=\"{Padding}\" y=\"16\" textLength=\"{left:0.#}\">{WebUtility.HtmlEncode(label)}</text>")
            .Append(CultureInfo.InvariantCulture, $"<text class=\"tone\" x=\"{start}\" y=\"16\" textLength=\"{right:0.#}\">{WebUtility.HtmlEncode(word)}</text></svg>");
        return svg.ToString();
    }

    private static int Whole(double width) => (int)Math.Ceiling(width);

    private static string Style(IntegrationStatus? status, EmbedTheme theme)
    {
        const string text = "text{font:500 12px system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif}.edge{fill:none}";
        var light = Colours("#ffffff", "#1b1f24", "#d3d9e0", status is { } one ? StatusColours.Light(one) : ("#555e69", "#f1f3f5"));
        var dark = Colours("#171b1f", "#e6e9ec", "#3a424b", status is { } other ? StatusColours.Dark(other) : ("#a3adb8", "#22272d"));
        return text + theme switch
        {
            EmbedTheme.Light => light,
            EmbedTheme.Dark => dark,
            _ => $"{light}@media (prefers-color-scheme:dark){{{dark}}}",
        };
    }

    private static string Colours(string ground, string ink, string edge, (string Ink, string Tint) tone) =>
        $".ground{{fill:{ground}}}.ink{{fill:{ink}}}.edge{{stroke:{edge}}}.tint{{fill:{tone.Tint}}}.tone{{fill:{tone.Ink}}}";
}
