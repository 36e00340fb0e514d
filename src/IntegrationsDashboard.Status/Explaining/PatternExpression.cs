using System.Text.RegularExpressions;

namespace IntegrationsDashboard.Status.Explaining;

/// <summary>
/// A regular expression of an operator, by which error messages are recognised in any case. It takes time in proportion to the message,
/// so that none can bring the pages to a halt.
/// </summary>
public sealed class PatternExpression
{
    /// <summary>The most characters it may have.</summary>
    public const int Longest = 500;

    private readonly Regex _regex;

    private PatternExpression(Regex regex)
    {
        _regex = regex;
        Groups = [.. regex.GetGroupNames().Where(name => !int.TryParse(name, out _))];
    }

    /// <summary>The names of its groups: what can be put into the texts.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="problem">Why it cannot be used.</param>
    /// <returns>Null where it cannot be used.</returns>
    public static PatternExpression? TryRead(string? text, out PatternProblem problem)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problem = PatternProblem.Empty;
            return null;
        }

        if (text.Length > Longest)
        {
            problem = PatternProblem.TooLong;
            return null;
        }

        PatternExpression expression;
        try
        {
            expression = new PatternExpression(
                new Regex(text, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
        }
        catch (ArgumentException)
        {
            problem = PatternProblem.NotAnExpression;
            return null;
        }
        catch (NotSupportedException)
        {
            problem = PatternProblem.NotLinear;
            return null;
        }

        problem = expression switch
        {
            _ when expression.Groups.Any(name => !IsName(name)) => PatternProblem.GroupName,
            _ when expression.Match("") is not null => PatternProblem.FitsEverything,
            _ => PatternProblem.None,
        };
        return problem == PatternProblem.None ? expression : null;
    }

    /// <summary>An expression to begin with, which fits messages that differ from this one in numbers, names and addresses only.</summary>
    public static string Suggest(string message)
    {
        const int most = 160;
        var shape = MessageShape.Of(message);
        var parts = (shape.Length <= most ? shape : shape[..most]).Split(MessageShape.Gap, StringSplitOptions.RemoveEmptyEntries);

        // Blanks need no escape here, and are easier to read without one.
        var text = string.Join(".+", parts.Select(part => Regex.Escape(part).Replace("\\ ", " ", StringComparison.Ordinal)).Where(part => part.Trim().Length > 0)).Trim();
        var read = TryRead(text, out _);
        return read?.Fits(message) == true ? text : Regex.Replace(text, " +", @"\s+");
    }

    /// <summary>What the groups caught, by name; null where the message does not fit. Of a long message the beginning counts.</summary>
    public IReadOnlyDictionary<string, string>? Match(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            var match = _regex.Match(message.Length > ErrorRecogniser.Longest ? message[..ErrorRecogniser.Longest] : message);
            return match.Success
                ? Groups.Where(name => match.Groups[name].Success).ToDictionary(name => name, name => match.Groups[name].Value)
                : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>Whether the message fits.</summary>
    public bool Fits(string message) => Match(message) is not null;

    private static bool IsName(string name) => name.All(letter => letter is (>= 'a' and <= 'z') or '_');
}
