using System.Text;

namespace IntegrationsDashboard.Status;

/// <summary>
/// What messages that differ only in their numbers and ids have in common. "Record 4711 of 12,000 was left out" and "Record 23 of
/// 11,998 was left out" have the same shape.
/// </summary>
public static class MessageShape
{
    /// <summary>What stands in a shape for a number or an id.</summary>
    public const char Mark = '#';

    /// <summary>
    /// The message with a single <see cref="Mark"/> in the place of each word that holds a digit, and a single blank between words. A
    /// word is a run of letters and digits; full stops, commas, colons, hyphens and underscores between two of these belong to it, so
    /// that a date, an address of a machine or a UUID is one.
    /// </summary>
    public static string Of(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var shape = new StringBuilder(message.Length);
        for (var at = 0; at < message.Length;)
        {
            if (char.IsWhiteSpace(message[at]))
            {
                if (shape.Length > 0 && shape[^1] != ' ')
                {
                    shape.Append(' ');
                }

                at++;
                continue;
            }

            var end = EndOfWord(message, at);
            if (end == at)
            {
                shape.Append(message[at++]);
                continue;
            }

            var word = message.AsSpan(at, end - at);
            _ = word.ContainsAnyInRange('0', '9') ? shape.Append(Mark) : shape.Append(word);
            at = end;
        }

        return shape.ToString().TrimEnd();
    }

    private static int EndOfWord(string message, int at)
    {
        var end = at;
        while (end < message.Length
            && (char.IsLetterOrDigit(message[end]) || (end > at && IsJoint(message[end]) && end + 1 < message.Length && char.IsLetterOrDigit(message[end + 1]))))
        {
            end++;
        }

        return end;
    }

    private static bool IsJoint(char character) => character is '.' or ',' or ':' or '-' or '_';
}
