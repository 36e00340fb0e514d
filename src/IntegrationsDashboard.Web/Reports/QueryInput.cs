namespace IntegrationsDashboard.Web.Reports;

/// <summary>
/// Reads the parameters of an address, and notes what is wrong with them under their names. Every method returns null where the
/// parameter is left out or wrong. What nobody asked for is wrong too: a misspelt filter must not let everything through.
/// </summary>
/// <param name="query">The parameters.</param>
internal sealed class QueryInput(IQueryCollection query)
{
    private readonly InputProblems _problems = new();
    private readonly List<string> _names = [];

    /// <summary>Notes a problem with a parameter.</summary>
    public void Problem(string name, string problem) => _problems.Add(name, problem);

    /// <summary>A text of 1 to <paramref name="most"/> characters.</summary>
    public string? Text(string name, int most)
    {
        _names.Add(name);
        if (!query.TryGetValue(name, out var values))
        {
            return null;
        }

        if (values is not [{ } text])
        {
            Problem(name, $"is given {values.Count} times; give it once");
            return null;
        }

        if (text.Length == 0 || text.Length > most)
        {
            Problem(
                name,
                text.Length == 0 ? $"is empty; give a text of 1 to {most} characters or leave it out" : $"has {text.Length} characters; give 1 to {most}");
            return null;
        }

        return text;
    }

    /// <summary>One of the words of an enumeration, in any case.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum
    {
        if (Text(name, 100) is not { } text)
        {
            return null;
        }

        if (Words<T>.TryParse(text.ToUpperInvariant(), out var value))
        {
            return value;
        }

        Problem(name, $"is \"{Shorten(text)}\"; give one of {Words<T>.All}");
        return null;
    }

    /// <summary>One of the given words, exactly.</summary>
    public string? OneOf(string name, params IReadOnlyCollection<string> words) =>
        Text(name, 100) is { } text && IsOneOf(name, text, words) ? text : null;

    /// <summary>Some of the given words, exactly, parted by commas.</summary>
    public IReadOnlyList<string> SomeOf(string name, params IReadOnlyCollection<string> words) =>
        Text(name, 1000) is { } text ? [.. text.Split(',').Where(word => IsOneOf(name, word, words)).Distinct()] : [];

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public int? Whole(string name, int least, int most)
    {
        if (Text(name, 100) is not { } text)
        {
            return null;
        }

        if (text.All(char.IsAsciiDigit) && int.TryParse(text, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Problem(name, $"is \"{Shorten(text)}\"; give a whole number from {least} to {most}");
        return null;
    }

    /// <summary>Ends the reading: every parameter that the call takes has been asked for.</summary>
    /// <exception cref="InvalidInputException">Something was wrong, or there are parameters that nobody asked for.</exception>
    public void ThrowIfAny()
    {
        foreach (var name in query.Keys.Except(_names, StringComparer.OrdinalIgnoreCase))
        {
            Problem(Shorten(name), _names.Count == 0 ? "is no parameter of this call, which takes none" : $"is no parameter of this call; there are: {string.Join(", ", _names)}");
        }

        _problems.ThrowIfAny();
    }

    private bool IsOneOf(string name, string text, IReadOnlyCollection<string> words)
    {
        if (words.Contains(text))
        {
            return true;
        }

        Problem(name, $"is \"{Shorten(text)}\"; give {string.Join(", ", words)}");
        return false;
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : $"{text.AsSpan(0, 40)}…";
}
