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

    private static bool Breaks(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';
}
