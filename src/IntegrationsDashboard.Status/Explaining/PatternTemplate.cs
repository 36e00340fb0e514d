using System.Text.RegularExpressions;

namespace IntegrationsDashboard.Status.Explaining;

/// <summary>A text in which names in braces stand for what the groups of an expression caught, such as <c>{scope}</c>.</summary>
public static class PatternTemplate
{
    /// <summary>How many characters of a value are put in.</summary>
    public const int LongestValue = 100;

    private static readonly Regex Placeholder = new(@"\{([a-z_]+)\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The names that stand in braces.</summary>
    public static IReadOnlyList<string> Names(string text) => [.. Placeholder.Matches(text).Select(match => match.Groups[1].Value).Distinct()];

    /// <summary>Puts the values in. Where there is none, an ellipsis stands; what is put in is not looked at again.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Placeholder.Replace(text, match => values.TryGetValue(match.Groups[1].Value, out var value) && value.Length > 0 ? Shorten(value) : "…");
    }

    private static string Shorten(string value) => value.Length <= LongestValue ? value : value[..(LongestValue - 1)] + "…";
}
