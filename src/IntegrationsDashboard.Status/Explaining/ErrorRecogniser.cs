using System.Globalization;
using System.Text.RegularExpressions;

namespace IntegrationsDashboard.Status.Explaining;

/// <summary>
/// Recognises what error messages of tools tell of. Each takes time in proportion to its length, whatever it says; of long ones the
/// beginning counts.
/// </summary>
public static class ErrorRecogniser
{
    /// <summary>How many characters of a message are looked at.</summary>
    public const int Longest = 2_000;

    // Longer waits than this are numbers that mean something else.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(7);

    private static readonly Regex Wait = ErrorRules.Compile(
        @"(?:retry[- _]?after|(?:try|retry) again (?:in|after)|reset[s]? (?:in|after)|wait(?: for)?)[\s:=""']{1,4}(?<number>\d{1,7})\s?(?<unit>ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?)?\b");

    /// <summary>What the message tells of; null where it says nothing that is known here.</summary>
    public static RecognisedError? Recognise(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = message.Length > Longest ? message[..Longest] : message;
        return ErrorRules.All.FirstOrDefault(rule => rule.Expression.IsMatch(text)) is { } known
            ? new RecognisedError(known.Kind, known.Step, FindSubject(known, text), known.Kind == ErrorKind.RateLimit ? FindWait(text) : null)
            : null;
    }

    private static string? FindSubject(ErrorRule rule, string text) =>
        rule.Subject?.Match(text) is { Success: true } match && match.Groups["subject"].Value.Trim('.', ',', ':', '-') is { Length: > 0 } subject ? subject : null;

    private static TimeSpan? FindWait(string text)
    {
        if (Wait.Match(text) is not { Success: true } match)
        {
            return null;
        }

        var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var wait = match.Groups["unit"].Value.ToUpperInvariant() switch
        {
            ['M', 'S', ..] or ['M', 'I', 'L', 'L', ..] => TimeSpan.FromMilliseconds(number),
            ['M', ..] => TimeSpan.FromMinutes(number),
            ['H', ..] => TimeSpan.FromHours(number),
            _ => TimeSpan.FromSeconds(number),
        };
        return wait > TimeSpan.Zero && wait <= LongestWait ? wait : null;
    }
}
