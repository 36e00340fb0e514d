namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>Keeps line breaks out of headers and control characters out of consoles.</summary>
internal static class OneLine
{
    /// <summary>Refuses a text that would not stay within the line of its header.</summary>
    /// <exception cref="ArgumentException">There is a line break or another control character in it.</exception>
    public static void Require(string? text, string parameter)
    {
        if (text is not null && text.Any(Breaks))
        {
            throw new ArgumentException("There must be no line break or other control character in it.", parameter);
        }
    }

    /// <summary>The text with spaces in place of line breaks and other control characters.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (line, from) =>
    {
        for (var i = 0; i < line.Length; i++)
        {
            line[i] = Breaks(from[i]) ? ' ' : from[i];
        }
    }).Trim();

    /// <summary>The same, cut to a number of characters, with an ellipsis where something was cut.</summary>
    public static string Cut(string text, int longest)
    {
        var line = Of(text);
        if (line.Length <= longest)
        {
            return line;
        }

        // Never between the two halves of a surrogate pair.
        var end = longest - 1;
        return string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[end - 1]) ? end - 1 : end), "…");
    }

    /// <summary>The lines of a text, each without control characters.</summary>
    public static IEnumerable<string> Each(string text) => text.ReplaceLineEndings("\n").Split('\n').Select(Of);

    private static bool Breaks(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';
}
