namespace IntegrationsDashboard.Web.Components.Syncs;

/// <summary>Finds what is searched for in a text as the store does: in any case of the Latin letters, and of no others.</summary>
public static class MarkedText
{
    /// <summary>The text in parts, each with whether it is what was searched for. Put together they are the text.</summary>
    public static IEnumerable<(string Part, bool IsHit)> Split(string text, string? sought)
    {
        ArgumentNullException.ThrowIfNull(text);
        var wanted = sought?.Trim() ?? "";
        var begin = 0;
        for (var at = 0; wanted.Length > 0 && at + wanted.Length <= text.Length;)
        {
            if (!IsAt(text, at, wanted))
            {
                at++;
                continue;
            }

            if (at > begin)
            {
                yield return (text[begin..at], false);
            }

            yield return (text.Substring(at, wanted.Length), true);
            at += wanted.Length;
            begin = at;
        }

        if (begin < text.Length)
        {
            yield return (text[begin..], false);
        }
    }

    /// <summary>Whether a text has what is searched for.</summary>
    public static bool Has(string? text, string? sought) => text is not null && Split(text, sought).Any(part => part.IsHit);

    private static bool IsAt(string text, int at, string wanted)
    {
        for (var index = 0; index < wanted.Length; index++)
        {
            if (Folded(text[at + index]) != Folded(wanted[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static char Folded(char letter) => char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter;
}
